/** How much a figure would change its row, and the order in which they are wanted. */
import type { CodedOutcome, CodedPool } from "#core/comparison/coded-answer.ts";
import type { Models } from "#core/comparison/models.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { addedUp, ofFile, type Plausible } from "./plausible.ts";
import { rowWith, type Tried } from "./try-figures.ts";

export interface Gain {
  /** Whether the classes are compared then, and are not now. */
  compared: boolean;
  /** Whether a class has a number then, and has none now. */
  numbered: boolean;
  /** The product, if its class has no number and no cohort of it is in the row now. */
  product: string | null;
  /** Change of the difference or of the number of the class, the larger, per 100 patients. */
  points: number;
  patients: number;
}

export interface Wanted extends Tried {
  gain: Gain;
}

function isCompared({ contrasts: [contrast] }: Pick<CodedOutcome, "contrasts">): boolean {
  return contrast?.differencePer100 != null;
}

function gainOf({ before, after, cohort, figure }: Tried): Gain {
  const group = cohort.therapyClass;
  const [old, now] = [before.pools[group], after.pools[group]];
  const isThere =
    old.estimate !== null || old.studies.some(({ product }) => product === cohort.product);
  const [difference, then] = [differenceOf(before), differenceOf(after)];
  const points = Math.max(
    difference === null || then === null ? 0 : Math.abs(then - difference),
    numberMoved(old, now, figure),
  );
  return {
    compared: !isCompared(before) && isCompared(after),
    numbered: old.estimate === null && now.estimate !== null,
    product: isThere ? null : cohort.product,
    points: Number(points.toFixed(1)),
    patients: figure.n,
  };
}

function differenceOf({ contrasts: [contrast] }: CodedOutcome): number | null {
  return contrast?.differencePer100 ?? null;
}

/**
 * Where the class has no number, before or then, the patients of its cohorts are added up. What is
 * then tried with the share of the class itself moves nothing but by rounding.
 */
function numberMoved(old: CodedPool, now: CodedPool, { basis }: Plausible): number {
  if (old.estimate !== null && now.estimate !== null) {
    return 100 * Math.abs(now.estimate - old.estimate);
  }
  if (!ofFile.has(basis)) return 0;
  const [before, then] = [addedUp(old.studies), addedUp(now.studies)];
  return before === null || then === null ? 0 : 100 * Math.abs(then - before);
}

/** Rows then compared, then classes and products that get in, then the change, then patients. */
export function ranked(tried: readonly Tried[]): Wanted[] {
  return tried
    .map((one) => ({ ...one, gain: gainOf(one) }))
    .sort(
      (a, b) =>
        levelOf(b.gain) - levelOf(a.gain) ||
        b.gain.points - a.gain.points ||
        b.gain.patients - a.gain.patients ||
        (a.cohort.id < b.cohort.id ? -1 : 1),
    );
}

function levelOf({ compared, numbered, product }: Gain): number {
  if (compared) return 2;
  return numbered || product !== null ? 1 : 0;
}

/** The figures that only together would let the classes of a row be compared. */
export interface Together {
  tried: readonly Tried[];
  after: CodedOutcome;
}

/**
 * The largest cohorts first, until the row is compared; then without those that are not needed.
 *
 * @param tried All figures that were tried in one row.
 * @returns `null` if the row is compared now or with one figure, or not even with all of them.
 */
export function togetherIn(
  tried: readonly Tried[],
  dataset: Dataset,
  models: Models,
): Together | null {
  if (tried.some(({ before, after }) => isCompared(before) || isCompared(after))) return null;
  const rowOf = (some: readonly Tried[]) => rowWith(some, dataset, models);
  const opens = (some: readonly Tried[]) => {
    const row = rowOf(some);
    return row !== null && isCompared(row);
  };
  const largestFirst = [...tried].sort((a, b) => b.figure.n - a.figure.n);
  const enough = largestFirst.findIndex((_, index) => opens(largestFirst.slice(0, index + 1)));
  if (enough < 0) return null;
  let needed = largestFirst.slice(0, enough + 1);
  for (const one of [...needed].reverse()) {
    const without = needed.filter((other) => other !== one);
    if (opens(without)) needed = without;
  }
  const after = rowOf(needed);
  return after && { tried: needed, after };
}
