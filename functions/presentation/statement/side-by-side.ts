/** Groups other than the two classes, outcome by outcome: each with its own number, ranked by none. */

import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { axisTo } from "./axis.ts";
import { type DisplayedRate, displayedRateOf } from "./displayed-rate.ts";
import { type Place, placeOn } from "./place.ts";
import { namedProduct, printedBeside } from "./products.ts";
import { evidenceText } from "./side.ts";

type Context = Parameters<typeof evidenceText>[2];

export interface NamedGroup {
  readonly id: string;
  readonly name: string;
  /** `null` if it has cohorts of both classes. */
  readonly therapyClass: TherapyClass | null;
  readonly cohorts: ApiComparison<string>["selection"]["included"];
}

export interface GroupLine extends Pick<NamedGroup, "id" | "name" | "therapyClass"> {
  /** Its only product, if the groups are others than products. */
  readonly product: string | null;
  /** `null` for survival at a month: each trial stands for itself. */
  readonly shown: DisplayedRate | null;
  readonly rate: string | null;
  readonly range: string | null;
  readonly place: Place | null;
  /** Patients and trials, and what is not in the number. */
  readonly evidence: string;
  readonly chain: string | null;
}

export interface SideBySideRow extends Pick<ApiRow, "outcome" | "label" | "detail"> {
  /** Upper end of its axis, in patients of 100. */
  readonly axis: 20 | 100;
  readonly lines: readonly GroupLine[];
  /** Names of the groups without a number. */
  readonly none: readonly string[];
}

/** CAR-T first, then bispecifics, then groups of both. */
export function namedGroups({
  groups,
  groupNames,
  selection,
}: ApiComparison<string>): NamedGroup[] {
  const named = groups.map((id): NamedGroup => {
    const cohorts = selection.included.filter(({ group }) => group === id);
    const [only = null, another] = new Set(cohorts.map(({ therapyClass }) => therapyClass));
    return { id, name: groupNames[id] ?? id, cohorts, therapyClass: another ? null : only };
  });
  return [...therapyClasses, null].flatMap((ofClass) =>
    named.filter(({ therapyClass }) => therapyClass === ofClass),
  );
}

export function sideBySideRow(
  row: ApiRow<string>,
  named: readonly NamedGroup[],
  context: Context,
): SideBySideRow {
  const ends = named.flatMap(({ id }) => displayedRateOf(row, id)?.interval[1] ?? []);
  const axis = axisTo(row.direction, ends);
  const lines = named.flatMap((group) => lineOf(group, row, axis, context));
  const { outcome, label, detail } = row;
  const isSaid = ({ id }: NamedGroup) => lines.some((line) => line.id === id);
  const none = named.filter((group) => !isSaid(group)).map(({ name }) => name);
  return { outcome, label, detail, axis, lines, none };
}

/** A product as a screen draws it: the text and its place, without the numbers that they are made of. */
export type ProductLine = Omit<GroupLine, "shown" | "product">;

/** Products outcome by outcome, as a screen draws them. */
export interface ByProduct {
  readonly rows: readonly (Omit<SideBySideRow, "lines"> & {
    readonly lines: readonly ProductLine[];
  })[];
  /** The outcomes that have a number of no product. */
  readonly unreported: readonly string[];
  /** What to bear in mind with all of them. */
  readonly notes: readonly string[];
}

export function byProductOf(comparison: ApiComparison<string>, strings: ScreenWords): ByProduct {
  const { query, outcomes, notes } = comparison;
  const named = namedGroups(comparison);
  const rows = outcomes.map((row) => sideBySideRow(row, named, { strings, query }));
  const isSilent = ({ lines }: SideBySideRow) => lines.length === 0;
  return {
    rows: rows
      .filter((row) => !isSilent(row))
      .map(({ lines, ...row }) => ({
        ...row,
        lines: lines.map(({ shown: _, product: __, ...line }) => line),
      })),
    unreported: rows
      .filter(isSilent)
      .map(({ label, detail }) => [label, detail].filter(Boolean).join(", ")),
    notes: notes.map(({ text }) => text),
  };
}

function lineOf(
  { id, name, therapyClass }: NamedGroup,
  row: ApiRow<string>,
  axis: number,
  context: Context,
): GroupLine[] {
  const pool = row.pools[id];
  if (!pool) return [];
  const { strings, query } = context;
  const isProduct = query.compare === "product";
  const shown = displayedRateOf(row, id);
  const own = shown ? [evidenceText(name, pool, context)] : pool.products.map((one) => one.shown);
  // Beside the name of a product it is not said again.
  const printed = isProduct ? pool.notPooled.map((one) => one.shown) : [printedBeside(pool)];
  const evidence = [...own, ...printed].filter(Boolean).join("; ");
  if (evidence === "") return [];
  const product = namedProduct(pool, strings.headline);
  return [
    {
      id,
      name: (isProduct && product) || name,
      therapyClass,
      product: isProduct ? null : product,
      shown,
      rate: shown && rateOf100(shown.estimate, 0, strings.numbers),
      range: shown && rangeOf100(shown.interval, strings.numbers),
      place: shown && placeOn(axis, shown.estimate, shown.interval),
      evidence,
      chain:
        row.notes.find((note) => note.code === "other-trials" && note.group === id)?.label ?? null,
    },
  ];
}
