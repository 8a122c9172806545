/**
 * Compares published meta-analyses with a row, one entry for each: its rates, its patients, and how its rates agree
 * with the pool of the row.
 */

import type { Answer, PublishedRates, Row } from "#core/answer/answer.ts";
import type { InfluentialTrial } from "#core/answer/influential-trials.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { classAdjective, className, classPlural } from "../words/names.ts";
import { describeRange, formatPlainNumber } from "../words/numbers.ts";
import { namePublication } from "../words/published-beside-ours.ts";
import { formatRate, formatRateIntervalInBrackets } from "../words/rates.ts";
import { capitalise, formatCountWithNoun, joinByCommas, joinBySpaces } from "../words/sentences.ts";

type PoolInPrint = PublishedRates["pools"][TherapyClass][number];

export interface PublishedAnalysis {
  readonly citation: string;
  readonly href: string | null;
  /** True if the rates are of different patients, so that each rate needs its own line. */
  readonly apart: boolean;
  readonly rates: readonly {
    readonly group: TherapyClass;
    /**
     * Describes the patients, as in "BCMA only, trials only"; empty for the second rate if both are of the same
     * patients.
     */
    readonly ofWhom: string;
    /** States the rate, as in "88 of 100 (72–96)". */
    readonly rate: string;
    /** States the number of studies; empty if it is not printed. */
    readonly size: string;
  }[];
  /** States the comparison of the classes, as in "odds ratio 3.9 (1.8–8.8)"; empty without one. */
  readonly contrast: string;
  /** States the date up to which the meta-analysis searched, else its year. */
  readonly facts: string;
}

export interface PublishedView {
  /** States the published rates in one line: "CAR-T 77–89, bispecific 58–66 of 100"; empty where none has a rate. */
  readonly inShort: string;
  /**
   * Lists sentences on influential trials, and on rates that the trials of the row contradict. {@link describeRowOutsidePublishedPools}
   * returns the third remark.
   */
  readonly notes: readonly string[];
  readonly analyses: readonly PublishedAnalysis[];
}

/**
 * Returns the meta-analyses of a row; `null` if the answer was made without publications.
 *
 * @param influential Trials that explain why the rate of the row differs from the published pools.
 */
export function makePublishedView(
  { published, pools: ours }: Pick<Row, "published" | "pools">,
  influential: readonly InfluentialTrial[],
): PublishedView | null {
  if (published === null) return null;
  const { pools, contradicted } = published;
  const all = therapyClasses.flatMap((group) => pools[group]);
  const publications = [...new Set(all.map(({ publication }) => publication))];
  const notes = [
    ...influential.map(({ group, label, estimate, published: printed }) => {
      const here = `${capitalise(classPlural[group])}: ${formatRate(ours[group].estimate ?? 0)} of 100 here`;
      const without = `${formatRate(estimate)} without ${label}`;
      return `${here}, ${without}; ${formatRate(printed)} in the published pool most like this question.`;
    }),
    ...contradicted.map(describeRateContradictedByMedians),
  ];
  return {
    inShort: describePublishedRateRanges(pools),
    notes,
    analyses: publications.flatMap((publication) =>
      listPublicationAnalysisIfAny(publication, pools),
    ),
  };
}

/** States the least and the greatest published rate of each class; empty where no publication has a rate. */
function describePublishedRateRanges(pools: PublishedRates["pools"]): string {
  const classes = therapyClasses.flatMap((group) => {
    const rates = pools[group].flatMap(({ estimate }) => estimate ?? []);
    if (rates.length === 0) return [];
    const [least, greatest] = [Math.min(...rates), Math.max(...rates)].map(formatRate);
    return `${classAdjective[group]} ${least === greatest ? least : `${least}–${greatest}`}`;
  });
  return classes.length === 0 ? "" : `${classes.join(", ")} of 100`;
}

/**
 * Returns text such as "CAR-T here higher than in all 9 published pools (77–89)"; empty if published pools lie on both
 * sides of the pool of the row.
 */
export function describeRowOutsidePublishedPools(classes: PublishedRates["outside"]): string {
  return classes
    .map(({ group, analyses, lowest, highest, isHigher }, index) => {
      const side = `${isHigher ? "higher" : "lower"} than in`;
      return index === 0
        ? `${capitalise(classPlural[group])} here ${side} all ${analyses} published pools (${lowest}–${highest})`
        : `${classPlural[group]} ${side} all ${analyses} (${lowest}–${highest})`;
    })
    .join(", ");
}

/**
 * Returns text such as "published: CAR-T 37–55, bispecific 31–42", "published: bispecific 24–30"; empty where
 * ours lies within.
 */
export function describePublishedRangesOutside(classes: PublishedRates["outside"]): string {
  const ranges = classes.map(({ group, lowest, highest }) =>
    joinBySpaces([classAdjective[group], `${lowest}–${highest}`]),
  );
  return ranges.length > 0 ? `published: ${joinByCommas(ranges)}` : "";
}

/**
 * Returns what a meta-analysis printed of deaths in both classes where one of them has no number here: "Published: CAR-T
 * 6, bispecific 9 of 100, odds ratio 0.76 (0.35–1.65): Vandenboom 2025", in brief the rates alone. It is empty if both have a number, and if
 * nobody pooled both. The publication that the question repeats is left out: {@link describeNumbersOfReplicatedPublication} states its numbers.
 */
export function describePublishedWhereOursIsMissing(
  { published, pools }: Pick<Row, "published" | "pools">,
  { selection, set }: Pick<Answer, "selection" | "set">,
  isBrief = false,
): string {
  const isMissing = therapyClasses.some(
    (group) => selection.cohorts[group] > 0 && pools[group].estimate === null,
  );
  if (!isMissing || published === null) return "";
  const texts = published.pools["car-t"].flatMap((carT) => {
    const bsab = published.pools.bsab.find(({ publication }) => publication === carT.publication);
    if (!bsab || carT.estimate === null || bsab.estimate === null) return [];
    if (carT.publication === set?.id) return [];
    const brief = `${className["car-t"]} ${formatRate(carT.estimate)}, ${classAdjective.bsab} ${formatRate(bsab.estimate)}`;
    if (isBrief) return brief;
    const rates = `${brief} of 100`;
    return `${joinByCommas([rates, carT.contrast && describePublishedContrast(carT.contrast)])}: ${namePublication(carT)}`;
  });
  return texts.length === 0 ? "" : `Published: ${texts.join("; ")}`;
}

function describeRateContradictedByMedians({
  group,
  estimate,
  isHigher,
  trials,
}: PublishedRates["contradicted"][number]): string {
  const medians = trials.map(({ label, months }) =>
    months === null ? `not reached in ${label}` : `${formatPlainNumber(months)} months in ${label}`,
  );
  return `${formatRate(estimate)} of 100 with ${classPlural[group]} is ${isHigher ? "more" : "less"} than the trials here allow: the median was ${medians.join(", ")}.`;
}

/**
 * Returns the numbers of the publication that the question repeats: "Vandenboom 2025 itself: CAR-T 88 (72–96),
 * bispecific 59 (55–63) of 100, odds ratio 3.9 (1.8–8.8)". It is empty if the question repeats no publication, and if
 * that has no rate of the row.
 */
export function describeNumbersOfReplicatedPublication(
  { published }: Pick<Row, "published">,
  { set }: Pick<Answer, "set">,
): string {
  if (set === null || published === null) return "";
  // The core has left out results with an oddity, such as figures that contradict each other.
  const pools = therapyClasses.flatMap((group) =>
    published.pools[group].flatMap((pool) => (pool.publication === set.id ? { group, pool } : [])),
  );
  const rates = pools.flatMap(({ group, pool: { estimate, interval } }) =>
    estimate === null
      ? []
      : joinBySpaces([
          classAdjective[group],
          formatRate(estimate),
          interval && formatRateIntervalInBrackets(interval),
        ]),
  );
  if (rates.length === 0) return "";
  const contrasts = pools.flatMap(({ pool: { contrast } }) => contrast ?? []);
  return `${set.name} itself: ${joinByCommas([`${rates.join(", ")} of 100`, ...contrasts.map(describePublishedContrast)])}`;
}

/**
 * Returns how much of the publication that the question repeats is counted here: "of its 26 groups of patients, 14 have
 * a figure that can be counted"; empty if it repeats none.
 */
export function describeCountedPartOfPublication(
  { set: ofRow }: Pick<Row, "set">,
  { set }: Pick<Answer, "set">,
): string {
  if (set === null || ofRow === null) return "";
  const { cohortsWithFigure, cohortsOfSet } = ofRow;
  return cohortsOfSet === null
    ? `here ${formatCountWithNoun(cohortsWithFigure, "group")} of patients by the rules of ${set.name}`
    : `of its ${formatCountWithNoun(cohortsOfSet, "group")} of patients, ${cohortsWithFigure} have a figure that can be counted`;
}

function listPublicationAnalysisIfAny(
  id: string,
  pools: PublishedRates["pools"],
): PublishedAnalysis[] {
  const ofPublication = therapyClasses.flatMap((group) =>
    pools[group].flatMap((pool) => (pool.publication === id ? [{ group, pool }] : [])),
  );
  const [first] = ofPublication;
  if (!first) return [];
  const { citation, href, searchedTo, year, contrast } = first.pool;
  const ofWhom = ofPublication.map(({ pool }) => describePublishedPopulation(pool));
  const areDifferentPatients = new Set(ofWhom).size > 1;
  return [
    {
      citation,
      href,
      apart: areDifferentPatients,
      rates: ofPublication.map(({ group, pool }, index) => ({
        group,
        ofWhom: (areDifferentPatients || index === 0 ? ofWhom[index] : null) ?? "",
        rate: describePublishedRate(pool),
        size: pool.k === null ? "" : formatCountWithNoun(pool.k, "study"),
      })),
      contrast: contrast ? describePublishedContrast(contrast) : "",
      facts: searchedTo === null ? `${year ?? ""}` : `searched to ${searchedTo}`,
    },
  ];
}

function describePublishedRate({ estimate, interval, events }: PoolInPrint): string {
  if (estimate !== null) {
    return `${formatRate(estimate)} of 100 ${interval ? formatRateIntervalInBrackets(interval) : "(no interval)"}`;
  }
  return `${events === null ? "number not reported" : formatCountWithNoun(events, "patient")} (rate not reported)`;
}

const measures = { "odds-ratio": "odds ratio", "hazard-ratio": "hazard ratio" } as const;

function describePublishedContrast({
  measure,
  value,
  interval,
}: NonNullable<PoolInPrint["contrast"]>) {
  return `${measures[measure]} ${formatPlainNumber(value)} (${interval.map(formatPlainNumber).join("–")})`;
}

const targets = {
  bcma: "BCMA only",
  gprc5d: "GPRC5D only",
  other: "targets other than BCMA",
  mixed: "all targets",
} as const;

const evidenceKinds = {
  trial: "trials only",
  "real-world": "real-world studies",
  all: "trials and real-world studies",
} as const;

/** Describes the patients of a published rate, as far as the publication does. */
function describePublishedPopulation({
  target,
  priorLines,
  evidence,
  definition,
}: PoolInPrint): string {
  return joinByCommas([
    target && targets[target],
    priorLines && describePriorLines(priorLines),
    evidence && evidenceKinds[evidence],
    definition === "ours" ? null : "another definition",
  ]);
}

function describePriorLines([fewest, most]: NonNullable<PoolInPrint["priorLines"]>): string {
  const range = describeRange({ min: fewest, max: most });
  return `${range || "any number of"} prior lines`;
}
