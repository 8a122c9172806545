/** The difference of a row, or why there is none. */

import type { Answer, Contrast, Interval, Row } from "#core/answer/answer.ts";
import { findingOf } from "#core/answer/contrast.ts";
import { evidenceOf } from "#core/answer/evidence.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import { classAdjective } from "../words/class-names.ts";
import { joined } from "../words/counts.ts";
import { plain } from "../words/numbers.ts";
import { displayedRateOf, followUpOf, isSilent } from "./figures.ts";
import { onlyProduct } from "./products.ts";

/** Of 100 patients, as fitted. */
export interface DifferenceNumbers {
  readonly difference: number;
  readonly interval: Interval;
  readonly contrast: Contrast;
  /** Whether 0 lies within its interval, or ends it. As the core found it; nothing else decides it. */
  readonly includesZero: boolean;
}

/** `null` without a difference: see {@link whyNoDifference}. */
export function differenceOf({
  contrasts: [contrast],
}: Pick<Row, "contrasts">): DifferenceNumbers | null {
  const { differencePer100: difference, differenceInterval: interval } = contrast ?? {};
  if (!contrast || difference == null || interval == null) return null;
  return {
    difference,
    interval,
    contrast,
    includesZero: !findingOf(contrast),
  };
}

/**
 * Why a row has no difference, or none with an interval: what the outcome or the contrast says, else the sides without a number,
 * else that two models made the numbers.
 *
 * @param missing Why each class has no number; `null` for one that has.
 */
export function whyNoDifference(
  row: Row,
  { query }: Pick<Answer, "query">,
  missing: Readonly<Record<TherapyClass, string | null>>,
): string {
  const {
    contrasts: [contrast],
    pools,
  } = row;
  if (row.notFor) return row.notFor;
  const sides = (is: (group: TherapyClass) => boolean) => therapyClasses.filter(is);
  switch (contrast?.status) {
    case "one-trial": {
      const single = sides((group) => pools[group].k === 1);
      const names = single.length > 0 ? single : therapyClasses;
      const adjectives = names.map((group) => classAdjective[group]);
      return `one ${adjectives.join(" and one ")} ${studyWordOf(query)}`;
    }
    case "one-product": {
      const names = sides((group) => pools[group].missing.length > 0).flatMap(
        (group) => onlyProduct(pools[group]) ?? [],
      );
      return `${joined(names)} only`;
    }
    case "follow-up-unknown":
      return "follow-up not known for most";
    case "follow-ups-apart":
      return `follow-ups more than twofold apart (${followUpsText(followUpOf(pools["car-t"]), followUpOf(pools.bsab))})`;
    // The API has the difference, and the odds ratio with its interval.
    case "ok":
      return "the intervals of difference and odds ratio disagree";
  }
  if (sides((group) => isByTrial(row, group)).length > 0) return byTrial;
  if (sides((group) => displayedRateOf(row, group) !== null).length === therapyClasses.length) {
    return "pooled by different models";
  }
  const reasons = therapyClasses.flatMap((group) => missing[group] ?? []);
  if (reasons.length < therapyClasses.length) return reasons.join("; ");
  return therapyClasses.every((group) => isSilent(pools[group]))
    ? "not reported for either class"
    : "no count to pool for either class";
}

/** Stands where survival at a month is known of single trials, which are never pooled. */
export const byTrial = "by trial only";

/** "CAR-T 14 months, bispecific not known" */
export function followUpsText(carT: number | null, bsab: number | null): string {
  return `CAR-T ${knownMonths(carT)}, bispecific ${knownMonths(bsab)}`;
}

export function knownMonths(months: number | null): string {
  return months === null ? "not known" : `${plain(months)} months`;
}

/** Whether survival at a month is known of single trials only, be it by a median or another month. */
export function isByTrial(
  { outcome, pools }: Pick<Row, "outcome" | "pools">,
  group: TherapyClass,
): boolean {
  const pool = pools[group];
  const isKnown = pool.months !== undefined || evidenceOf(pool).length > 0;
  return pool.status === "by-trial" || (familyOf(outcome) !== null && pool.k === 0 && isKnown);
}
