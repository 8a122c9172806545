/** What `/explore` says around its two parts, and what both of them use. */
import type { Interval } from "#core/answer/answer.ts";
import type { ModeratorName } from "#core/answer/meta-regression.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Catalogue, ScreenWords } from "../words/catalogue.ts";
import { ratio } from "../words/ratios.ts";
import { filterWords } from "./question.ts";

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
  /** Groups that can count as one. */
  readonly merge: readonly Option[];
}

/** What can be chosen, and what was. */
export interface Offered {
  /** Between the classes. */
  readonly base: Query;
  /** The name of the set of papers that is asked as it was pooled. */
  readonly set: string | undefined;
  readonly outcome: string;
  /** Each with the classes that report it. */
  readonly outcomes: readonly {
    readonly id: string;
    readonly name: string;
    readonly reportedBy: readonly TherapyClass[];
  }[];
  readonly compare: string;
  readonly dimensions: readonly string[];
  readonly moderator: ModeratorName;
  readonly moderators: readonly ModeratorName[];
  readonly merge: readonly string[];
  readonly groups: readonly string[];
}

export function exploreForm(offered: Offered, words: Catalogue): ExploreForm {
  const { explore: said, report, sheets, codes } = words;
  const { base, set, outcome, compare, moderator, merge } = offered;
  const looked = report.question.lookedFor(filterWords(base, words));
  return {
    question: [set && sheets.asSet(set), looked].filter(Boolean).join(". "),
    choices: {
      outcome: offered.outcomes.map(({ id, name, reportedBy }) => ({
        ...option(id, name, [outcome]),
        under: onlyOf(reportedBy, words),
      })),
      compare: [...new Set([...offered.dimensions, compare])].map((value) =>
        option(value, dimensionName(value, words), [compare]),
      ),
      moderator: offered.moderators.map((value) =>
        option(value, said.regression.moderator(value), [moderator]),
      ),
    },
    merge: offered.groups.map((id) => option(id, codes.groupName(id, compare).short, merge)),
  };
}

function option(value: string, text: string, chosen: readonly string[]): Option {
  return { value, text, chosen: chosen.includes(value) };
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
  const [name = "", at] = compare.split(":");
  return explore.dimension(name, at);
}

/** A number for the table that is downloaded. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly interval: Interval | null;
}

/** None without a value. */
export function figure(
  what: string,
  value: number | null | undefined,
  interval: Interval | null = null,
): Figure[] {
  return value == null ? [] : [{ what, value, interval }];
}

/** One number of the table. */
export interface TableLine {
  readonly part: string;
  readonly name: string;
  readonly source: string;
  readonly what: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export function tableLines(
  of: Pick<TableLine, "part" | "name" | "source">,
  figures: readonly Figure[],
): TableLine[] {
  return figures.map(({ what, value, interval }) => {
    const [lower = null, upper = null] = interval ?? [];
    return { ...of, what, value, lower, upper };
  });
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
