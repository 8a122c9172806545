/**
 * Medians on an axis of months, as each trial printed them: a line of words, and where it is drawn.
 * What was not reached is a tail up to the follow-up. The axis ends with the last month that was reached:
 * what is least known never makes it longer.
 */
import type { Row, StudyResult } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { type PrintedMedian, printedMedians } from "./figures.ts";
import type { Source } from "./sources.ts";

/** Whose median, or whose months. */
export interface OfTrial {
  group: TherapyClass;
  product: string;
  trial: string;
  /** "(with other drugs)" */
  combined?: string | undefined;
  /** Where its name leads, if it does: to its publication, else to its record. */
  of?: Partial<Pick<Source, "cohort" | "publication">> | undefined;
}

export type TrialMedian = OfTrial & Pick<PrintedMedian, "months" | "followUpMonths" | "interval">;

export interface StatedMedian extends OfTrial {
  /** `null` if it was not reached. */
  months: number | null;
  /** A limit that was not reached is `null`. */
  interval?: NonNullable<PrintedMedian["interval"]>;
  /** "followed 28.4"; empty where that is not known. */
  followed: string;
  /** Where something was not reached: until when patients are followed, if that is later than the median. */
  until?: number;
}

export interface StatedRuler {
  /** Months that are named, from 0 to the end of the axis. */
  ticks: readonly number[];
  medians: readonly StatedMedian[];
}

type RulerWords = Pick<Catalogue, "survival">;

export function rulerOf(medians: readonly TrialMedian[], words: RulerWords): StatedRuler | null {
  if (medians.length === 0) return null;
  return {
    ticks: rulerTicks(medians),
    medians: medians.map(({ interval, followUpMonths, ...of }) => {
      const until = followedUntil({ ...of, interval, followUpMonths });
      return {
        ...of,
        followed: words.survival.followed(followUpMonths, isFarBeyond({ ...of, followUpMonths })),
        ...(interval && { interval }),
        ...(until !== null && { until }),
      };
    }),
  };
}

/**
 * The medians of a row, CAR-T first, each shortest first and those not reached last, with where its name
 * leads.
 */
export function mediansOf({ pools }: Row, words: RulerWords): TrialMedian[] {
  return therapyClasses.flatMap((group) =>
    printedMedians(pools[group]).map(({ months, followUpMonths, interval, citation, ...one }) => {
      const { publication } = citation ?? {};
      const of = publication ? { publication } : { cohort: one.cohort };
      return { ...trialOf(group, one, words), months, followUpMonths, interval, of };
    }),
  );
}

export function trialOf(
  group: TherapyClass,
  { label, product, regimen }: Pick<StudyResult, "label" | "product" | "regimen">,
  { survival: { combined } }: RulerWords,
): OfTrial {
  const named = { group, product: productName(product), trial: label };
  return regimen === "combination" ? { ...named, combined } : named;
}

type Printed = Pick<TrialMedian, "months" | "interval" | "followUpMonths">;

/** Ends of the axis, in months. */
const ends = [24, 36, 48, 60, 72, 96, 120];

/** The months that the axis names, up to its end: up to the longest follow-up if nothing was reached. */
export function rulerTicks(medians: readonly Printed[]): number[] {
  const reached = medians.flatMap(({ months, interval }) => [months, ...(interval ?? [])]);
  const known = reached.filter((one) => one !== null);
  const longest = Math.max(
    0,
    ...(known.length > 0 ? known : medians.map(({ followUpMonths }) => followUpMonths ?? 0)),
  );
  const end = ends.find((one) => one >= longest) ?? Math.ceil(longest / 24) * 24;
  const step = end > 72 ? 24 : 12;
  return Array.from({ length: end / step + 1 }, (_, index) => index * step);
}

/** A median of more than twice the follow-up rests on few: most patients were not followed for so long. */
export function isFarBeyond({
  months,
  followUpMonths,
}: Pick<Printed, "months" | "followUpMonths">): boolean {
  return months !== null && followUpMonths !== null && months > 2 * followUpMonths;
}

/** `null` if nothing is open, or nobody was followed beyond the median. */
export function followedUntil({ months, interval, followUpMonths }: Printed): number | null {
  const isOpen = months === null || (interval !== null && interval[1] === null);
  return isOpen && followUpMonths !== null && followUpMonths > (months ?? 0)
    ? followUpMonths
    : null;
}
