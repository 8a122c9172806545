/** Groups other than the two classes, for a report: outcome by outcome each on the same axis, with its sources. */

import type { Answer, Citation, Pool, Row } from "#core/answer/answer.ts";
import { standIns } from "#core/answer/evidence.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { deathsApartText } from "../row/deaths-apart.ts";
import {
  type DrugView,
  drugGivenOtherwise,
  drugsOf,
  inOneForm,
  type NumberForm,
} from "../row/drugs-view.ts";
import { displayedRate } from "../row/figures.ts";
import { type NamedGroup, namedGroups } from "../row/named-groups.ts";
import { aboveWhole, notesOfAnswer, notesOfRow, otherTrials } from "../row/notes.ts";
import { plotted, ticksFor } from "../row/plotted.ts";
import { namedProduct } from "../row/products.ts";
import { detailOf } from "../row/row-detail.ts";
import { evidenceText, fewEventsText } from "../row/side-statement.ts";
import { type NotPooledText, notPooledText } from "../row/sources.ts";
import { sayReason } from "../words/codes.ts";
import { exclusions } from "../words/exclusions.ts";
import { nameOf } from "../words/row-name.ts";
import { joinedClauses } from "../words/sentences.ts";
import { lookedForText, publishedText, rules } from "./counting-rules.ts";

export interface GroupsAtLength {
  /** Whether the groups are products, which have pages of their own. */
  readonly isOfProducts: boolean;
  /** What was asked, in sentences. */
  readonly question: readonly string[];
  readonly groups: readonly NamedGroup[];
  readonly rows: readonly GroupsRow[];
  readonly notes: readonly string[];
  /** Cohorts that belong to none of the groups. */
  readonly inNoGroup: readonly {
    readonly cohort: string;
    readonly label: string;
    readonly reason: string;
  }[];
}

export interface GroupsRow {
  readonly outcome: string;
  readonly title: string;
  readonly lines: readonly GroupLine[];
  /** Names of the groups without a number. */
  readonly none: readonly string[];
  readonly notes: readonly string[];
  /** What was reported but not pooled. */
  readonly notPooled: readonly NotPooledText[];
}

export interface GroupLine extends Omit<DrugView, "group" | "product"> {
  readonly id: string;
  /** `null` if it has cohorts of both classes. */
  readonly group: TherapyClass | null;
  readonly citations: readonly (Citation | null)[];
}

export function groupsAtLength(answer: Answer<string>): GroupsAtLength {
  const { query, selection } = answer;
  const groups = namedGroups(answer);
  return {
    isOfProducts: query.compare === "product",
    question: [publishedText(answer), lookedForText(query), ...rules(query)].filter(
      (text) => text !== "",
    ),
    groups,
    rows: answer.outcomes.map((row) => groupsRow(row, groups, answer)),
    notes: notesOfAnswer(answer).map(({ text }) => text),
    inNoGroup: selection.excluded
      .filter(({ parameter }) => parameter === "compare")
      .map(({ cohort, label, reason }) => ({
        cohort,
        label,
        reason: sayReason(reason, exclusions),
      })),
  };
}

function groupsRow(
  row: Row<string>,
  groups: readonly NamedGroup[],
  answer: Answer<string>,
): GroupsRow {
  const isOfProducts = answer.query.compare === "product";
  const lines = isOfProducts
    ? inOneForm((form) => groups.flatMap((group) => linesOfProduct(group, row, answer, form)))
    : groups.flatMap((group) => lineOfGroup(group, row, answer));
  return {
    outcome: row.outcome,
    title: nameOf({ label: row.label, detail: detailOf(row, answer) }),
    lines,
    none: groups.filter(({ id }) => lines.every((line) => line.id !== id)).map(({ name }) => name),
    notes: notesOfRow(row, answer).map(({ text }) => text),
    notPooled: Object.values(row.pools)
      .flatMap(({ notPooled }) => notPooled.map((figure) => notPooledText(figure)))
      .filter(({ isSilent }) => !isSilent),
  };
}

/** A product as counted, or what stands in for its number. */
function linesOfProduct(
  { id, therapyClass: group }: NamedGroup,
  row: Row<string>,
  answer: Answer<string>,
  form: NumberForm,
): GroupLine[] {
  const pool = row.pools[id];
  if (!pool || group === null) return [];
  const otherwise = drugGivenOtherwise(group, pool, form);
  const texts = textsOf(id, pool, row, answer);
  return [
    ...drugsOf(group, pool, form).map((drug) => ({
      ...drug,
      beneath: withTexts(drug.beneath, texts),
    })),
    ...(otherwise ? [otherwise] : []),
  ].map(({ product: _, ...drug }) => ({ ...drug, id, group, citations: citationsOf(pool) }));
}

/** A pool, or the count of its only trial; nothing of survival at a month, where each trial stands for itself. */
function lineOfGroup(
  { id, name, therapyClass }: NamedGroup,
  row: Row<string>,
  answer: Answer<string>,
): GroupLine[] {
  const pool = row.pools[id];
  const rate = pool && displayedRate(pool);
  if (!pool || !rate) return [];
  const product = namedProduct(pool);
  const evidence = evidenceText(name, pool, row, answer);
  return [
    {
      id,
      group: therapyClass,
      name,
      ...plotted(rate),
      ...ticksFor(pool),
      beneath: withTexts(product ?? "", [evidence, ...textsOf(id, pool, row, answer)]),
      citations: citationsOf(pool),
    },
  ];
}

function textsOf(id: string, pool: Pool, row: Row<string>, answer: Answer<string>) {
  const stated = notesOfRow(row, answer);
  const isOfProducts = answer.query.compare === "product";
  return [
    // The evidence of a group says both.
    isOfProducts && fewEventsText(pool),
    isOfProducts && deathsApartText(pool, row),
    aboveWhole(stated, id),
    otherTrials(stated, id),
  ];
}

function withTexts(first: string, texts: readonly (string | false | undefined)[]): string {
  return joinedClauses([first, ...texts]);
}

function citationsOf(pool: Pool): readonly (Citation | null)[] {
  return [
    ...standIns(pool).flatMap(({ shown }) => shown.map(({ citation }) => citation)),
    ...(pool.beside?.studies ?? []).map(({ citation }) => citation),
  ];
}
