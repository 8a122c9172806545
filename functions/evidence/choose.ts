/**
 * Which figure of a cohort stands for an outcome, or why none can be pooled.
 *
 * The primary publication's cut is used. Where it lacks the outcome, another cut
 * over the same full population stands in if time does not matter to the outcome
 * or the two cuts lie at most six months apart.
 */
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "../../data/compute-set.ts";
import type { Outcome } from "../../data/schema.ts";
import { onHazardScale } from "./hazard-scale.ts";

/** Cuts this close count as one when longer follow-up alone would raise the figure. */
const maximumCutDistanceMonths = 6;
/** An efficacy-evaluable set this complete may stand for all treated patients. */
const minimumEvaluableShare = 0.9;
/** Sources above this tier were reviewed by nobody. */
const maximumReviewedTier = 3;

export type Choice<F> = { figure: F; reason: null } | { figure: null; reason: string };

export function chooseFigure(cohort: ComputeCohort, outcome: Outcome): Choice<ComputeFigure> {
  const candidates = cohort.figures.filter((figure) => figure.outcome === outcome.id);
  return choose(cohort, outcome, candidates, countObstacle);
}

export function chooseLandmark(cohort: ComputeCohort, outcome: Outcome): Choice<ComputeLandmark> {
  const candidates = cohort.landmarks.filter((landmark) => landmark.outcome === outcome.id);
  return choose(cohort, outcome, candidates, varianceObstacle);
}

type Measured = Pick<
  ComputeFigure,
  "population" | "cut" | "followUpMonths" | "hold" | "tier" | "n"
>;

function choose<F extends Measured>(
  cohort: ComputeCohort,
  outcome: Outcome,
  candidates: readonly F[],
  obstacle: (figure: F, cohort: ComputeCohort) => string | null,
): Choice<F> {
  if (candidates.length === 0) return { figure: null, reason: "not reported" };
  const ranked = [...candidates].sort((a, b) => distance(a, cohort) - distance(b, cohort));
  let firstReason: string | null = null;
  for (const figure of ranked) {
    const reason =
      populationObstacle(figure, cohort, outcome) ??
      (figure.hold === null ? null : holdReason[figure.hold]) ??
      (figure.tier > maximumReviewedTier ? "only in an unreviewed source" : null) ??
      obstacle(figure, cohort) ??
      cutObstacle(figure, cohort, outcome);
    if (reason === null) return { figure, reason: null };
    firstReason ??= reason;
  }
  return { figure: null, reason: firstReason ?? "not reported" };
}

/** The primary cut first, then the cut nearest to it; one of unknown follow-up last. */
function distance({ cut, followUpMonths }: Measured, cohort: ComputeCohort): number {
  if (cut === "primary") return -1;
  if (followUpMonths === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs(followUpMonths - (cohort.followUpMonths ?? 0));
}

function populationObstacle(
  { population, n }: Measured,
  cohort: ComputeCohort,
  outcome: Outcome,
): string | null {
  switch (population) {
    case "treated":
    case "safety":
    case "randomised":
      return null;
    case "leukapheresed":
      return outcome.id === "infused" ? null : "counted over all who had cells collected";
    case "efficacy-evaluable":
      return n !== null && cohort.n !== null && n >= minimumEvaluableShare * cohort.n
        ? null
        : "only for evaluable patients";
    case "responders":
      return "only for responders";
    case "mrd-evaluable":
      return "only for patients evaluable for MRD";
    case "subset":
      return "only for part of the cohort";
  }
}

const holdReason: Record<NonNullable<Measured["hold"]>, string> = {
  "conflicting-sources": "sources disagree",
  unverified: "not verified",
  "different-definition": "another definition",
  inferred: "inferred, not printed",
  "time-limited": "counted in a shorter window",
  "estimate-not-count": "an estimate without a count",
  "pooled-cohorts": "printed for several cohorts together",
};

function countObstacle({ events, n }: ComputeFigure): string | null {
  return events === null || n === null ? "percentage without a count" : null;
}

/** A landmark needs a usable interval, a number at risk, or follow-up that reaches the month. */
function varianceObstacle(figure: ComputeLandmark): string | null {
  const usable = onHazardScale(figure);
  if (usable === null) return "no interval can be computed";
  if (!usable.approximated) return null;
  const month = Number(figure.outcome.split("-")[1]);
  return figure.followUpMonths !== null && figure.followUpMonths >= month
    ? null
    : "without interval, and follow-up does not reach the month";
}

function cutObstacle(
  { cut, followUpMonths }: Measured,
  cohort: ComputeCohort,
  outcome: Outcome,
): string | null {
  // A landmark names its own month, so a later cut says the same thing more precisely.
  if (cut === "primary" || !outcome.timeDependent) return null;
  const primary = cohort.followUpMonths;
  if (primary === null || followUpMonths === null)
    return "another data cut, follow-up not reported";
  return Math.abs(followUpMonths - primary) <= maximumCutDistanceMonths
    ? null
    : `another data cut (${followUpMonths} against ${primary} months)`;
}
