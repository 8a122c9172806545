/** Contrasts two groups of studies at equal values of a moderator. */
import { makeRatioFromLog, type Ratio, recoverDifferenceInterval } from "../contrast/pools.ts";
import type { GlmmFailure } from "../glmm/fit.ts";
import type { Interval } from "../interval.ts";
import { assertValidStudies, type Study } from "../study.ts";
import {
  findIncomparability,
  findModeratorOverlap,
  type GroupMember,
  type Incomparable,
} from "./overlap.ts";
import { type GlmmRegression, predictFromRegression, regressGlmm } from "./regression.ts";

/** Describes a count with its group and the moderator. */
export interface ModeratedStudy<Group extends string> extends Study, GroupMember<Group> {}

/** States the fewest studies of each group that report the moderator. */
export const LEAST_STUDIES = 4;
/** States the fewest events of each group in these studies. */
export const LEAST_EVENTS = 5;

export interface FittedAdjustedContrast {
  /** `boundary`: the likelihood is largest at τ = 0. */
  readonly status: "ok" | "boundary";
  /** `at` is the middle of the overlap, in the moderator's unit; at this value the rates are compared. */
  readonly at: number;
  readonly oddsRatio: Ratio;
  /** Holds the rate of the group minus that of the reference, −1 to 1. */
  readonly difference: number;
  readonly differenceInterval: Interval;
  /** `regression` has three coefficients: the intercept, the group and the moderator. */
  readonly regression: GlmmRegression;
}

/**
 * Tells why the contrast cannot be estimated; if several apply, the first of:
 *
 * - `too-few-studies`: fewer than four studies of a group report the moderator;
 * - `too-few-events`: these have fewer than five events in a group;
 * - the values of the moderator allow no comparison (`Incomparable`);
 * - what the exact likelihood says (`GlmmFailure`).
 */
export interface NoAdjustedContrast {
  readonly status: "too-few-studies" | "too-few-events" | Incomparable | GlmmFailure;
}

/**
 * Contrasts two groups at equal values of a moderator: yᵢ ~ Bin(nᵢ, pᵢ), logit pᵢ ~ N(α + β·groupᵢ +
 * γ·moderatorᵢ, τ²) by maximum likelihood, one τ² for both groups, t(k − 3) unless the normal distribution is asked
 * for (Stijnen et al. 2010; metafor's `rma.glmm(measure = "PLO", mods = ~ group + moderator, test = "t")`). The odds ratio is
 * e^β; rates and their difference are those in the middle of the overlap of the two ranges.
 *
 * The two rates share α and γ, so their estimates are correlated. The limits of the difference are
 * recovered from the limits of the rates as for separate fits, with this correlation (Zou 2008). The
 * delta method would give limits beyond −1 or 1, and symmetric ones near a rate of 0 or 1.
 *
 * Studies of other groups, and those that do not report the moderator, are left out.
 *
 * @throws RangeError for invalid counts or a moderator that is not finite.
 */
export function fitAdjustedContrast<Group extends string>(
  studies: readonly ModeratedStudy<Group>[],
  group: Group,
  reference: Group,
  { level = 0.95, test = "t" }: { readonly level?: number; readonly test?: "t" | "z" } = {},
): FittedAdjustedContrast | NoAdjustedContrast {
  assertValidStudies(studies);
  const overlap = findModeratorOverlap(studies, group, reference);
  const reported = studies.flatMap(({ events, n, group: of, moderator }) =>
    moderator !== null && (of === group || of === reference)
      ? [{ events, n, group: of, moderator }]
      : [],
  );
  const obstacle =
    findTooFewReason(reported, [group, reference]) ??
    findIncomparability(reported, group, reference);
  if (obstacle !== null || overlap === null) return { status: obstacle ?? "no-overlap" };
  const [low, high] = overlap;
  const at = low + (high - low) / 2;
  const moderators = [
    { name: "group", groups: reported.map(({ group: of }) => of), reference },
    { name: "moderator", values: reported.map(({ moderator }) => moderator) },
  ];
  const regression = regressGlmm(reported, moderators, { level, test });
  if (!("fit" in regression)) return { status: regression.status };
  const [, effect] = regression.coefficients;
  const a = predictFromRegression(regression, [group, at], { level });
  const b = predictFromRegression(regression, [reference, at], { level });
  // No fit of this design lacks the coefficient or a prediction.
  if (!(effect && a && b)) return { status: "flat-likelihood" };
  // β is the difference of the two linear predictors, which gives their covariance.
  const covariance = (a.se * a.se + b.se * b.se - effect.se * effect.se) / 2;
  return {
    status: regression.status,
    at,
    oddsRatio: makeRatioFromLog(effect.estimate, effect.se, regression.reference.quantile(level)),
    difference: a.estimate - b.estimate,
    differenceInterval: recoverDifferenceInterval(a, b, covariance / (a.se * b.se)),
    regression,
  };
}

function findTooFewReason<Group extends string>(
  studies: readonly (Study & { readonly group: Group })[],
  groups: readonly Group[],
): "too-few-studies" | "too-few-events" | null {
  const members = groups.map((name) => studies.filter(({ group }) => group === name));
  if (members.some((of) => of.length < LEAST_STUDIES)) return "too-few-studies";
  const events = members.map((of) => of.reduce((sum, study) => sum + study.events, 0));
  return events.some((sum) => sum < LEAST_EVENTS) ? "too-few-events" : null;
}
