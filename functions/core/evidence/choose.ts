/**
 * Which figure of a cohort stands for an outcome, or why none can be pooled.
 *
 * `cut=primary`: the primary publication's cut; where it lacks the outcome, another cut over the
 * same full population stands in if time does not matter to the outcome or the two cuts lie at
 * most six months apart. `cut=latest`: the longest follow-up. A cut of its own name, as a named set
 * asks for it, is what a meta-analysis counted, right or wrong: nothing else stands in, and what
 * holds a figure back elsewhere does not.
 */
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { Query } from "../question/query.ts";
import type { Landmark } from "../statistics/survival/landmark.ts";
import { onHazardScale } from "./hazard-scale.ts";
import { largestFirst } from "./largest-first.ts";
import type { Refusal } from "./reasons.ts";

/** What a query says of the figures that count. */
export type FigureRules = Pick<Query, "cut" | "sources" | "denominator" | "definition">;

/** Cuts this close count as one when longer follow-up alone would raise the figure. */
const maximumCutDistanceMonths = 6;
/** An efficacy-evaluable set this complete may stand for all treated patients. */
const minimumEvaluableShare = 0.9;
/** Sources above this tier were reviewed by nobody. */
const maximumReviewedTier = 3;
/** With `definition=broad`: what may stand in for an outcome that is not reported by its own name. */
const broadlyCountedAs: Readonly<Record<string, string>> = {
  icans: "neurotoxicity",
  "icans-3": "neurotoxicity-3",
};

/** A figure with the count that pooling needs. */
export interface CountedFigure extends ComputeFigure {
  events: number;
  n: number;
}

/** A landmark with what the model takes of it. */
export interface ScaledLandmark extends ComputeLandmark {
  hazard: Landmark;
}

/** What can be pooled of a cohort, or why nothing can and the figure that comes nearest to it. */
export type Choice<Pooled, Printed> =
  | { figure: Pooled; reason: null }
  | { figure: null; reason: Refusal; nearest: Printed | null };

/** Whether a figure stands for an outcome only because the question takes a broad definition. */
export function isBroad({ id }: Outcome, figure: { outcome: string }): boolean {
  return broadlyCountedAs[id] === figure.outcome;
}

export function chooseFigure(
  cohort: ComputeCohort,
  outcome: Outcome,
  rules: FigureRules,
): Choice<CountedFigure, ComputeFigure> {
  const named = (id: string) => cohort.figures.filter((figure) => figure.outcome === id);
  const choice = choose(cohort, outcome, named(outcome.id), counted, rules);
  const broader = broadlyCountedAs[outcome.id];
  if (choice.reason === null || rules.definition === "strict" || broader === undefined) {
    return choice;
  }
  const broad = choose(cohort, outcome, named(broader), counted, rules);
  return broad.reason === null ? broad : choice;
}

export function chooseLandmark(
  cohort: ComputeCohort,
  outcome: Outcome,
  rules: FigureRules,
): Choice<ScaledLandmark, ComputeLandmark> {
  const candidates = cohort.landmarks.filter((landmark) => landmark.outcome === outcome.id);
  return choose(cohort, outcome, candidates, scaled, rules);
}

interface Cut {
  cut: string;
  followUpMonths: number | null;
}

type Measured = Pick<ComputeFigure, "population" | "hold" | "tier" | "n"> & Cut;

/** A figure in the form that is pooled, or what it lacks. */
type Usable<Pooled> = { figure: Pooled; reason: null } | { figure: null; reason: Refusal };

function choose<Printed extends Measured, Pooled>(
  cohort: ComputeCohort,
  outcome: Outcome,
  candidates: readonly Printed[],
  usable: (figure: Printed) => Usable<Pooled>,
  { cut, sources, denominator }: FigureRules,
): Choice<Pooled, Printed> {
  if (cut !== "primary" && cut !== "latest") return asCounted(candidates, usable, cut);
  const inOrder = nearestCutFirst(candidates, cohort);
  // Of the same follow-up the primary cut still comes first.
  if (cut === "latest") inOrder.sort((a, b) => largestFirst(a.followUpMonths, b.followUpMonths));
  // Where sources disagree about the whole cohort, another cut would only take sides.
  const disputed = candidates.some(
    (one) =>
      one.hold === "conflicting-sources" &&
      populationObstacle(one, cohort, outcome, denominator) === null,
  );
  let refused: { reason: Refusal; nearest: Printed } | null = null;
  for (const candidate of inOrder) {
    const { figure, reason: lack } = usable(candidate);
    const reason =
      populationObstacle(candidate, cohort, outcome, denominator) ??
      held(candidate.hold) ??
      (disputed && candidate.cut !== "primary" ? held("conflicting-sources") : null) ??
      (sources === "any" || isReviewed(candidate) ? null : ({ code: "unreviewed" } as const)) ??
      lack ??
      (cut === "latest" ? null : cutObstacle(candidate, cohort, outcome));
    if (figure !== null && reason === null) return { figure, reason };
    if (reason !== null) refused ??= { reason, nearest: candidate };
  }
  return { figure: null, reason: { code: "not-reported" }, nearest: null, ...refused };
}

function asCounted<Printed extends Measured, Pooled>(
  candidates: readonly Printed[],
  usable: (figure: Printed) => Usable<Pooled>,
  cut: string,
): Choice<Pooled, Printed> {
  const candidate = candidates.find((one) => one.cut === cut);
  if (!candidate) return { figure: null, reason: { code: "not-counted", cut }, nearest: null };
  const use = usable(candidate);
  return use.reason === null ? use : { ...use, nearest: candidate };
}

/** The primary cut, then the cut nearest to it; one of unknown follow-up last. Order in the file never decides. */
export function nearestCutFirst<F extends Cut>(
  figures: readonly F[],
  { followUpMonths: primary }: Pick<Cut, "followUpMonths">,
): F[] {
  return [...figures].sort(
    (a, b) => distance(a, primary) - distance(b, primary) || (a.cut < b.cut ? -1 : 1),
  );
}

function distance({ cut, followUpMonths }: Cut, primary: number | null): number {
  if (cut === "primary") return -1;
  if (followUpMonths === null) return Number.MAX_SAFE_INTEGER;
  // Of cuts at an unknown distance the earliest: primary analyses come first.
  return primary === null ? followUpMonths : Math.abs(followUpMonths - primary);
}

export function isReviewed({ tier }: Pick<Measured, "tier">): boolean {
  return tier <= maximumReviewedTier;
}

/** Why a figure over these patients cannot enter a pool of this outcome, or `null`. */
export function populationObstacle(
  { population, n }: Pick<Measured, "population" | "n">,
  cohort: Pick<ComputeCohort, "n">,
  { over }: Pick<Outcome, "over">,
  denominator: FigureRules["denominator"],
): Refusal | null {
  if (over !== "all") return population === over ? null : { code: "not-over", over };
  if (denominator === "enrolled") {
    return population === "randomised" || population === "leukapheresed"
      ? null
      : { code: "not-over", over: "enrolled" };
  }
  switch (population) {
    case "treated":
    case "safety":
    case "randomised":
      return null;
    case "efficacy-evaluable":
      return n !== null && cohort.n !== null && n >= minimumEvaluableShare * cohort.n
        ? null
        : { code: "only-over", population };
    default:
      return { code: "only-over", population };
  }
}

function held(hold: Measured["hold"]): Refusal | null {
  return hold && { code: "held", hold };
}

function counted(figure: ComputeFigure): Usable<CountedFigure> {
  return hasCount(figure)
    ? { figure, reason: null }
    : { figure: null, reason: { code: "no-count" } };
}

function hasCount(figure: ComputeFigure): figure is CountedFigure {
  return figure.events !== null && figure.n !== null;
}

/** A landmark needs a usable interval, a number at risk, or follow-up that reaches the month. */
function scaled(figure: ComputeLandmark): Usable<ScaledLandmark> {
  const hazard = onHazardScale(figure);
  if (hazard === null) return { figure: null, reason: { code: "no-interval" } };
  const month = Number(figure.outcome.split("-")[1]);
  const reached = figure.followUpMonths !== null && figure.followUpMonths >= month;
  if (!hazard.approximated || reached) return { figure: { ...figure, hazard }, reason: null };
  const known = figure.followUpMonths !== null;
  return { figure: null, reason: { code: "follow-up-short", known } };
}

/**
 * Whether longer or shorter follow-up than the cohort's own speaks against a figure. That the
 * primary paper prints it does not help: it may quote a later cut for one outcome only.
 */
function cutObstacle(
  { cut, followUpMonths }: Cut,
  { followUpMonths: primary }: ComputeCohort,
  { timeDependent }: Outcome,
): Refusal | null {
  // A landmark names its own month, so a later cut says the same thing more precisely.
  if (!timeDependent) return null;
  if (primary === null || followUpMonths === null) {
    return cut === "primary" ? null : { code: "other-cut", months: null };
  }
  return Math.abs(followUpMonths - primary) <= maximumCutDistanceMonths
    ? null
    : { code: "other-cut", months: { own: followUpMonths, primary } };
}
