/** Selects times of onset and duration, as each cohort printed them; they are never combined. */

import { type CitedTiming, normaliseTimingStart, type Timings } from "#data/cited-times.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { groupBy, pick } from "#data/lists-and-objects.ts";
import type { Outcome } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { listContainingOutcomes } from "#data/wholes.ts";
import { splitSeriesIntoProductSlugs } from "./grouping.ts";

export interface TimingQuery {
  /**
   * `row` is the outcome whose times are wanted; `null` for times of the treatment. Without `row`, all times are
   * returned.
   */
  row?: string | null;
}

const lineFields = [
  "label",
  "therapyClass",
  "product",
  "regimen",
  "evidence",
  "n",
  "parts",
] as const satisfies readonly (keyof ComputeCohort)[];

export interface TimingLine extends Pick<ComputeCohort, (typeof lineFields)[number]> {
  cohort: string;
  /** `times` are in the order in which they were entered in the data. */
  times: readonly CitedTiming[];
}

/**
 * Returns the lines of times, CAR-T first. A row also has the times of the outcome of which it is a part: severe
 * CRS those of CRS.
 */
export function selectTimingLines(
  { cohorts, outcomes }: { cohorts: readonly ComputeCohort[]; outcomes: readonly Outcome[] },
  timings: Timings,
  { row }: TimingQuery,
): TimingLine[] {
  const concerned: (string | null)[] =
    row == null ? [null] : [row, ...listContainingOutcomes(row, outcomes).map(({ id }) => id)];
  return therapyClasses
    .flatMap((group) => cohorts.filter((cohort) => cohort.therapyClass === group))
    .flatMap((cohort) => {
      const times = (timings[cohort.id] ?? []).filter(
        ({ outcome }) => row === undefined || concerned.includes(outcome),
      );
      if (times.length === 0) return [];
      // Not all patients of a randomised arm were treated, and no source says over how many patients the times were
      // taken.
      const n = cohort.design === "randomised-arm" ? null : cohort.n;
      return [{ cohort: cohort.id, ...pick(cohort, lineFields), n, times }];
    });
}

/** Returns the lines of the given cohorts, and of label pools that contain one of them. */
export function filterTimingLinesByCohorts<L extends Pick<TimingLine, "cohort" | "parts">>(
  lines: readonly L[],
  cohorts: ReadonlySet<string>,
): L[] {
  return lines.filter(
    ({ cohort, parts }) => cohorts.has(cohort) || parts.some((part) => cohorts.has(part)),
  );
}

/**
 * Holds times that may be compared with each other: of the same kind of source, and from the same start to the same
 * end.
 */
export interface LikeTimes {
  readonly evidence: ComputeCohort["evidence"];
  /** `from` is `null` where no source states when the time begins. */
  readonly from: string | null;
  readonly times: readonly { readonly line: TimingLine; readonly time: CitedTiming }[];
}

/**
 * Divides the times of one kind into groups that are alike, those with most products first. Times without a start
 * are alike within a class only.
 *
 * @param outcome `null` for the times of the treatment.
 */
export function groupComparableTimes(
  lines: readonly TimingLine[],
  what: CitedTiming["what"],
  outcome: string | null,
): LikeTimes[] {
  const all = lines.flatMap((line) => {
    const time = line.times.find(
      (timing) => timing.what === what && timing.outcome === outcome && !timing.hold,
    );
    return time ? [{ line, time }] : [];
  });
  const productsOf = ({ times }: LikeTimes) => new Set(times.map(({ line }) => line.product)).size;
  return groupBy(
    all,
    ({ line, time }) => `${line.evidence},${normaliseTimingStart(time) ?? line.therapyClass}`,
  )
    .map((times) => {
      const [{ line, time }] = times;
      return { evidence: line.evidence, from: normaliseTimingStart(time), times };
    })
    .sort((a, b) => productsOf(b) - productsOf(a));
}

/**
 * Holds the range of the onset of a harm with one product, alone or combined, in days; only times of the same kind
 * enter it.
 */
export interface OnsetRange
  extends Pick<TimingLine, "therapyClass" | "product" | "regimen">,
    LikeTimes {
  readonly outcome: string;
  /** `medianDays` is the lowest and the highest median in days; the two are equal for one cohort. */
  readonly medianDays: readonly [lowest: number, highest: number];
}

/**
 * Returns the ranges of the medians of onset, in the order of the lines. Times of another kind of source, from
 * another start, or of the other kind of regimen have a range of their own; nothing is pooled. There is no range
 * where a median cannot be converted to days, or for a series that did not tell its products apart.
 */
export function listOnsetRanges(lines: readonly TimingLine[]): OnsetRange[] {
  const outcomes = new Set(
    lines.flatMap(({ times }) => times.flatMap(({ outcome }) => outcome ?? [])),
  );
  const ofProducts = lines.filter(
    ({ product }) => splitSeriesIntoProductSlugs(product).length === 1,
  );
  return [...outcomes].flatMap((outcome) =>
    groupComparableTimes(ofProducts, "onset", outcome).flatMap((like) =>
      makeOnsetRanges(outcome, like),
    ),
  );
}

function makeOnsetRanges(outcome: string, { evidence, from, times }: LikeTimes): OnsetRange[] {
  const byProduct = groupBy(times, ({ line: { product, regimen } }) => `${product},${regimen}`);
  return byProduct.flatMap((together): OnsetRange[] => {
    const days = together.map(({ time }) => convertMedianToDays(time));
    if (!days.every((day) => day !== null)) return [];
    const { therapyClass, product, regimen } = together[0].line;
    return [
      {
        outcome,
        therapyClass,
        product,
        regimen,
        evidence,
        from,
        medianDays: [Math.min(...days), Math.max(...days)],
        times: together,
      },
    ];
  });
}

/** Converts a median to days; `null` for months, which have no fixed number of days. */
export function convertMedianToDays({
  median,
  unit,
}: Pick<CitedTiming, "median" | "unit">): number | null {
  switch (unit) {
    case "hours":
      return median / 24;
    case "days":
      return median;
    case "months":
      return null;
  }
}
