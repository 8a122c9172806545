/** The difference of a row, how it stood the checks, and whether it may be emphasised; or why there is none. */

import type { Answer, Contrast, Interval, Row } from "#core/answer/answer.ts";
import { findingOf } from "#core/answer/contrast.ts";
import { evidenceOf } from "#core/answer/evidence.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import { type DifferenceWords, differenceWords } from "../words/rates.ts";
import { screen } from "../words/screen.ts";
import { sentence } from "../words/sentences.ts";
import { tenth } from "./axis-of.ts";
import { displayedRateOf, followUpOf, isSilentRow } from "./figures.ts";
import { onlyProduct, withFirst } from "./products.ts";
import { ratioText } from "./statistics.ts";

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

export interface DifferenceStatement extends DifferenceWords {
  /** "with CAR-T", or with its only product. */
  withWhat: string;
  /** "unclear in 4 of 5 checks", "difference unclear" */
  strength: string;
  /** The same beside the range; empty where the range shows that 0 lies within. */
  besideRange: string;
  /** Lower end, difference and upper end, of 100, for the strip. */
  at: readonly [number, number, number];
}

export function differenceInShort(numbers: DifferenceNumbers, row: Row): DifferenceStatement {
  const { difference, interval } = numbers;
  const strength = row.status ? screen.status(row.status) : "";
  return {
    ...differenceWords(difference, interval),
    withWhat: withFirst(row.pools["car-t"]),
    strength,
    besideRange: numbers.includesZero ? "" : strength,
    at: [tenth(interval[0]), tenth(difference), tenth(interval[1])],
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
  const { notCompared } = screen;
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
      return notCompared.oneTrial(
        studyWordOf(query),
        names.map((one) => screen.classAdjective[one]),
      );
    }
    case "one-product": {
      const names = sides((group) => pools[group].missing.length > 0).flatMap(
        (group) => onlyProduct(pools[group]) ?? [],
      );
      return notCompared.oneProduct(names);
    }
    case "follow-up-unknown":
      return notCompared.followUpUnknown;
    case "follow-ups-apart":
      return notCompared.followUpsApart(followUpOf(pools["car-t"]), followUpOf(pools.bsab));
    // The API has the difference, and the odds ratio with its interval.
    case "ok":
      return notCompared.intervalsDisagree;
  }
  if (sides((group) => isByTrial(row, group)).length > 0) return screen.byTrial;
  if (sides((group) => displayedRateOf(row, group) !== null).length === therapyClasses.length) {
    return notCompared.otherModels;
  }
  const reasons = therapyClasses.flatMap((group) => missing[group] ?? []);
  if (reasons.length < therapyClasses.length) return reasons.join("; ");
  return isSilentRow(row) ? screen.nothingReported : screen.nothingToPool;
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

/** The difference of a row in sentences, for a text and for a picture. */
export interface ContrastText {
  /** The difference and how it stood the checks, or why there is none. */
  readonly finding: readonly string[];
  /** The same as a ratio, and its probability; empty without a difference. */
  readonly ratio: string;
}

export function contrastText(
  row: Row,
  answer: Pick<Answer, "query">,
  missing: Readonly<Record<TherapyClass, string | null>>,
): ContrastText {
  const numbers = differenceOf(row);
  if (!numbers) {
    const reason = whyNoDifference(row, answer, missing);
    return { finding: [screen.finding.notCompared(reason)], ratio: "" };
  }
  const { amount, range, withWhat, strength } = differenceInShort(numbers, row);
  return {
    finding: [
      screen.finding.difference(amount, range, row.phrase, withWhat),
      ...(strength ? [sentence(strength)] : []),
    ],
    ratio: ratioText(row),
  };
}
