/**
 * Chooses the figure of a cohort that represents an outcome, or says why none can be pooled.
 *
 * - `cut=primary`: the cut of the primary publication. If it lacks the outcome, another cut of the
 *   same full population is used instead: the nearest, or the earliest of an outcome that accumulates
 *   with time (`cuts.ts`).
 * - `cut=primary-only`: no other cut is used instead.
 * - `cut=latest`: the cut with the longest follow-up. Between a pool of trials and these trials the newer cut is
 *   chosen, too (`gather.ts`).
 * - The name of a cut, as published sets use it: the figure that a meta-analysis counted, right or
 *   wrong. No other cut is used instead, and holds do not apply.
 */
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { parseLandmarkMonth } from "#data/survival.ts";
import type { Query } from "../question/query.ts";
import { estimateLandmarkHazard, type Landmark } from "../statistics/landmark.ts";
import { isDataCutChosenByRule, sortFiguresBestCutFirst } from "./cuts.ts";
import type { Refusal } from "./reasons.ts";

export type FigureRules = Pick<Query, "cut" | "sources" | "denominator" | "definition">;

/** An efficacy-evaluable population of at least this share may represent all treated patients. */
const minimumEvaluableShare = 0.9;
/** Holds the highest tier of the sources that count. Sources of tier 4 were not reviewed by anybody. */
const highestTier = { papers: 1, reviewed: 3, any: 4 } as const;

export interface CountedFigure extends ComputeFigure {
  events: number;
  n: number;
  /** `countFrom` is `infused` if the events are those among the infused (see `leukapheresed.ts`), else absent. */
  countFrom?: "infused";
}

/** Holds a landmark with its value and standard error on the scale of the model. */
export interface ScaledLandmark extends ComputeLandmark {
  hazard: Landmark;
}

/** Holds the figure of a cohort that can be pooled, or why there is none and which figure came closest. */
export type ChosenFigure<Pooled, Printed> =
  | { figure: Pooled; reason: null }
  | { figure: null; reason: Refusal; nearest: Printed | null };

/**
 * Returns whether a figure is of the broader outcome, which stands in for a cohort that does not report the outcome
 * itself.
 */
export function isFigureByBroadDefinition(
  { broader }: Outcome,
  figure: { outcome: string },
): boolean {
  return broader === figure.outcome;
}

export function chooseFigure(
  cohort: ComputeCohort,
  outcome: Outcome,
  rules: FigureRules,
): ChosenFigure<CountedFigure, ComputeFigure> {
  const figuresOf = (id: string) => cohort.figures.filter((figure) => figure.outcome === id);
  const choice = chooseFigureAmongCandidates(
    cohort,
    outcome,
    figuresOf(outcome.id),
    makeUsableCountOrRefusal,
    rules,
  );
  // A figure by the broad definition is used only if the outcome itself is not reported.
  const { broader } = outcome;
  if (choice.reason === null || rules.definition === "strict" || broader === undefined) {
    return choice;
  }
  const broad = chooseFigureAmongCandidates(
    cohort,
    outcome,
    figuresOf(broader),
    makeUsableCountOrRefusal,
    rules,
  );
  return broad.reason === null ? broad : choice;
}

export function chooseLandmark(
  cohort: ComputeCohort,
  outcome: Outcome,
  rules: FigureRules,
): ChosenFigure<ScaledLandmark, ComputeLandmark> {
  const candidates = cohort.landmarks.filter((landmark) => landmark.outcome === outcome.id);
  return chooseFigureAmongCandidates(
    cohort,
    outcome,
    candidates,
    makeUsableLandmarkOrRefusal,
    rules,
  );
}

type Measured = Pick<
  ComputeFigure,
  "population" | "hold" | "tier" | "n" | "cut" | "followUpMonths"
> &
  Partial<Pick<ComputeFigure, "percentPrinted">>;

/** Describes a figure in the form that the model pools, or the reason why it has no such form. */
export type Usable<Pooled> = { figure: Pooled; reason: null } | { figure: null; reason: Refusal };

function chooseFigureAmongCandidates<Printed extends Measured, Pooled>(
  cohort: ComputeCohort,
  outcome: Outcome,
  candidates: readonly Printed[],
  usable: (figure: Printed) => Usable<Pooled>,
  rules: FigureRules,
): ChosenFigure<Pooled, Printed> {
  const { cut, sources, denominator } = rules;
  if (!isDataCutChosenByRule(rules)) return chooseFigureOfCut(candidates, usable, cut);
  // If sources disagree about the whole cohort, another cut would decide for one of them.
  const disputed = candidates.some(
    (figure) =>
      figure.hold === "conflicting-sources" &&
      findPopulationRefusal(figure, cohort, outcome, denominator) === null,
  );
  let refused: { reason: Refusal; nearest: Printed } | null = null;
  for (const candidate of sortFiguresBestCutFirst(candidates, cohort, outcome, cut)) {
    const { figure, reason: lack } = usable(candidate);
    const reason =
      findPopulationRefusal(candidate, cohort, outcome, denominator) ??
      findRefusalByHold(candidate) ??
      (disputed && candidate.cut !== "primary"
        ? findRefusalByHold({ hold: "conflicting-sources" })
        : null) ??
      findSourceRefusal(candidate, sources) ??
      lack ??
      (cut === "primary-only" && candidate.cut !== "primary" ? { code: "not-primary" } : null);
    if (figure !== null && reason === null) return { figure, reason };
    if (reason !== null) refused ??= { reason, nearest: candidate };
  }
  return { figure: null, reason: { code: "not-reported" }, nearest: null, ...refused };
}

function chooseFigureOfCut<Printed extends Measured, Pooled>(
  candidates: readonly Printed[],
  usable: (figure: Printed) => Usable<Pooled>,
  cut: string,
): ChosenFigure<Pooled, Printed> {
  const candidate = candidates.find((figure) => figure.cut === cut);
  if (!candidate) return { figure: null, reason: { code: "not-counted", cut }, nearest: null };
  const use = usable(candidate);
  return use.reason === null ? use : { ...use, nearest: candidate };
}

/** Returns why the source of a figure does not count for the question; `null` if it does. */
export function findSourceRefusal(
  { tier }: Pick<Measured, "tier">,
  sources: FigureRules["sources"],
): Refusal | null {
  if (tier <= highestTier[sources]) return null;
  return { code: tier > highestTier.reviewed ? "unreviewed" : "no-paper" };
}

/**
 * Returns why a figure does not count over the patients that the outcome and the question ask for; `null` if it does.
 * A figure of evaluable patients stands for all if they are nearly the whole cohort (`minimumEvaluableShare`).
 */
export function findPopulationRefusal(
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

/**
 * Returns the refusal that follows from a `hold`. A count that a curator inferred from its percentage is refused as a
 * percentage without a count.
 */
function findRefusalByHold({
  hold,
  percentPrinted,
}: Pick<Measured, "hold" | "percentPrinted">): Refusal | null {
  if (hold === "inferred" && percentPrinted != null) return { code: "no-count" };
  return hold && { code: "held", hold };
}

function makeUsableCountOrRefusal(figure: ComputeFigure): Usable<CountedFigure> {
  return hasCount(figure)
    ? { figure, reason: null }
    : { figure: null, reason: { code: "no-count" } };
}

export function hasCount(figure: ComputeFigure): figure is CountedFigure {
  return figure.events !== null && figure.n !== null;
}

/**
 * Returns the landmark with its value on the scale of the model, or why it cannot be pooled. It needs an interval, a
 * number at risk, or a follow-up that reaches its month.
 */
function makeUsableLandmarkOrRefusal(figure: ComputeLandmark): Usable<ScaledLandmark> {
  const hazard = convertToHazardScale(figure);
  if (hazard === null) return { figure: null, reason: { code: "no-interval" } };
  const { followUpMonths: followed } = figure;
  const reached = followed !== null && followed >= parseLandmarkMonth(figure.outcome);
  if (!hazard.approximated || reached) return { figure: { ...figure, hazard }, reason: null };
  return { figure: null, reason: { code: "follow-up-short", isFollowUpKnown: followed !== null } };
}

/**
 * Converts survival to the scale of the model; `null` if no printed number gives a usable value and standard
 * error.
 */
export function convertToHazardScale({
  survival,
  interval,
  atRisk,
  n,
}: ComputeLandmark): Landmark | null {
  return estimateLandmarkHazard({
    survival,
    ...(interval ? { interval } : undefined),
    ...(atRisk === null ? undefined : { atRisk }),
    ...(n === null ? undefined : { n }),
  });
}
