/** Contrasts the groups of one outcome with the reference group, and gives the reason where there is no contrast. */
import type { Outcome } from "#data/schema.ts";
import type { Entry } from "../evidence/gather.ts";
import { countTrialsWithPoolingAsOne } from "../evidence/trials.ts";
import type { Contrast, ContrastStatus, Interval, Pool } from "./answer.ts";
import type { Compared, ContrastFigures } from "./fit.ts";
import { gatherProductSlugs } from "./gather-row.ts";
import { roundToAnswerPrecision } from "./round.ts";
import { summariseFollowUp } from "./summarise.ts";

export interface ContrastSide<G extends string = string> extends Compared {
  readonly id: G;
  readonly entries: readonly Entry[];
  /** `missingProducts` lists the selected products that the pool does not hold. */
  readonly missingProducts: readonly string[];
  readonly pool: Pick<Pool, "status">;
}

/** A difference is computed only with at least this many trials on each side. */
export const leastTrials = 2;

/** The longer median follow-up of two sides may be at most this many times the shorter one. */
export const greatestFollowUpRatio = 2;

/** Contrasts every other group with the reference, or with the groups that replace it, in the order of the groups. */
export function makeContrasts<G extends string>(
  outcome: Outcome,
  sides: readonly ContrastSide<G>[],
  reference: G | null,
): Contrast<G>[] {
  const replacements = sides.filter((side) => side.replacesReference);
  const against =
    replacements.length > 0 ? replacements : sides.filter(({ id }) => id === reference);
  const compared = sides.filter((side) => !against.includes(side));
  return against.flatMap((baseline) =>
    compared.map((side) => makeContrast(outcome, side, baseline)),
  );
}

/**
 * Contrasts two groups. Ratio, difference, intervals and probability are those of the fitted model: differences
 * are fitted, not subtracted, so the two rates of a row need not subtract to it.
 */
function makeContrast<G extends string>(
  outcome: Outcome,
  side: ContrastSide<G>,
  against: ContrastSide<G>,
): Contrast<G> {
  const result = side.contrast;
  const status = judgeContrastStatus(outcome, [side, against], result);
  return {
    group: side.id,
    against: against.id,
    status,
    ...(status === "ok" && result ? makeContrastNumbers(outcome, result) : noNumbers),
    analyses: null,
  };
}

function judgeContrastStatus(
  outcome: Outcome,
  sides: readonly ContrastSide[],
  result: ContrastFigures | null,
): ContrastStatus {
  // Survival at a month is shown by trial, without a pooled number.
  if (outcome.kind === "landmark" && result === null) return "not-estimable";
  const status = judgeComparability(outcome, sides);
  return status === "ok" && result === null ? "not-estimable" : status;
}

type EvidenceOfSide = Pick<ContrastSide, "entries" | "missingProducts" | "pool">;

/** Returns whether the trials of two sides may be compared: `ok`, or why not; a fit may be missing nevertheless. */
export function judgeComparability(
  { timeDependent }: Pick<Outcome, "timeDependent">,
  sides: readonly EvidenceOfSide[],
): ContrastStatus {
  if (sides.some(({ entries }) => entries.length === 0)) return "not-estimable";
  if (sides.some(({ entries }) => countTrialsWithPoolingAsOne(entries) < leastTrials))
    return "one-trial";
  if (sides.some(hasOneProductOfSeveral)) return "one-product";
  if (sides.some(({ pool }) => pool.status === "by-trial")) return "two-trials";
  return timeDependent ? judgeFollowUpStatus(sides) : "ok";
}

function hasOneProductOfSeveral({ entries, missingProducts }: EvidenceOfSide): boolean {
  return missingProducts.length > 0 && gatherProductSlugs(entries).size === 1;
}

function judgeFollowUpStatus(sides: readonly Pick<ContrastSide, "entries">[]): ContrastStatus {
  const months = sides.map(({ entries }) => summariseFollowUp(entries)?.months ?? null);
  const reported = months.filter((month) => month !== null);
  if (reported.length < months.length) return "follow-up-unknown";
  return Math.max(...reported) > greatestFollowUpRatio * Math.min(...reported)
    ? "follow-ups-apart"
    : "ok";
}

const noNumbers = {
  oddsRatio: null,
  interval: null,
  hazardRatio: null,
  hazardRatioInterval: null,
  differencePer100: null,
  differenceInterval: null,
  probabilityHigher: null,
  pValue: null,
} as const;

function makeContrastNumbers({ kind }: Outcome, result: ContrastFigures) {
  const isLandmark = kind === "landmark";
  return {
    oddsRatio: isLandmark ? null : result.ratio,
    interval: isLandmark ? null : result.ratioInterval,
    hazardRatio: isLandmark ? result.ratio : null,
    hazardRatioInterval: isLandmark ? result.ratioInterval : null,
    differencePer100: 100 * result.difference,
    differenceInterval: convertIntervalToPer100(result.differenceInterval),
    probabilityHigher: result.probabilityHigher,
    pValue: result.pValue ?? null,
  };
}

/** Converts an interval of proportions, 0 to 1, to one per 100 patients. */
export function convertIntervalToPer100(interval: Interval | null): Interval | null {
  return interval && [100 * interval[0], 100 * interval[1]];
}

/**
 * Returns −1 if the interval of the difference lies below 0, 1 if it lies above 0, and 0 if it holds 0 or ends
 * there; `null` without an interval. The limits are rounded first, so that readers can repeat the result.
 */
export function judgeSideOfZero({
  differenceInterval,
}: Pick<Contrast<string>, "differenceInterval">): -1 | 0 | 1 | null {
  return differenceInterval && judgeIntervalSide(differenceInterval, 0);
}

/**
 * Returns −1, 0 or 1 as `judgeSideOfZero` does, from unrounded proportions. Where the difference has no interval, the
 * interval of the odds ratio is compared with 1.
 */
export function judgeSideOfZeroElseRatioOne(
  result: Pick<ContrastFigures, "ratioInterval" | "differenceInterval">,
): -1 | 0 | 1 {
  const differenceInterval = convertIntervalToPer100(result.differenceInterval);
  const ofDifference = judgeSideOfZero({ differenceInterval });
  if (ofDifference !== null) return ofDifference;
  // The ratio of Bayesian pools is computed when it is read.
  const { ratioInterval } = result;
  return ratioInterval ? judgeIntervalSide(ratioInterval, 1) : 0;
}

function judgeIntervalSide(interval: Interval, equal: number): -1 | 0 | 1 {
  const [lower, upper] = [roundToAnswerPrecision(interval[0]), roundToAnswerPrecision(interval[1])];
  if (lower > equal) return 1;
  return upper < equal ? -1 : 0;
}
