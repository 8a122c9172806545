/** What `/explore` says around its parts, and what they all use. */

import type { Interval, ModeratorName } from "#core/answer/answer.ts";
import { moderators } from "#core/answer/meta-regression.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { reportedBy } from "#core/evidence/reported-by.ts";
import { partsOfDimension } from "#core/question/dimensions.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Catalogue, ScreenWords } from "../words/catalogue.ts";
import { ratio } from "../words/ratios.ts";
import { lookedForText } from "./question.ts";
import { nameOf } from "./row-name.ts";

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
  /** The heading of a list of its own. */
  readonly under?: string | undefined;
}

export interface ExploreForm {
  /** Whom the question is about. */
  readonly question: string;
  readonly choices: Readonly<Record<"outcome" | "compare" | "moderator", readonly Option[]>>;
}

/** A question of `/explore`. */
export interface Explored {
  /** Between the classes, as it was asked, and between the groups, of all trials that have them. */
  readonly base: Query;
  readonly query: Query;
  readonly outcome: Outcome;
  readonly moderator: ModeratorName;
}

export function exploreForm(
  { base, query: { compare }, outcome, moderator }: Explored,
  dimensions: readonly string[],
  dataset: Dataset,
  words: Catalogue,
): ExploreForm {
  const { explore: said, sheets } = words;
  const set = dataset.sets.find(({ id }) => id === base.set);
  const looked = lookedForText(base);
  return {
    question: [set && sheets.asSet(set.name), looked].filter(Boolean).join(". "),
    choices: {
      outcome: dataset.outcomes.map((one) => ({
        ...option(one.id, nameOf(one), outcome.id),
        under: onlyOf(reportedBy(one.id, dataset), words),
      })),
      compare: [...new Set([...dimensions, compare])].map((value) =>
        option(value, dimensionName(value, words), compare),
      ),
      moderator: moderatorNames.map((value) =>
        option(value, said.regression.moderator(value), moderator),
      ),
    },
  };
}

export const moderatorNames = Object.keys(moderators) as ModeratorName[];

function option(value: string, text: string, chosen: string): Option {
  return { value, text, chosen: chosen === value };
}

/** The heading of the outcomes that one class alone reports. */
function onlyOf(
  [group, ...others]: readonly TherapyClass[],
  { explore, codes }: Catalogue,
): string | undefined {
  return group === undefined || others.length > 0
    ? undefined
    : explore.form.onlyOf(codes.groupName(group, usualDimension).long);
}

/** `age:62`: divided at 62. */
export function dimensionName(compare: string, { explore }: Pick<Catalogue, "explore">): string {
  const { name, at } = partsOfDimension(compare);
  return explore.dimension(name, at);
}

/** `0.39 (0.2–0.91)` */
export function ratioText(
  value: number,
  interval: Interval | null | undefined,
  { numbers }: ScreenWords,
): string {
  const range = interval?.map((limit) => ratio(limit, numbers)).join("–");
  return [ratio(value, numbers), range && `(${range})`].filter(Boolean).join(" ");
}
