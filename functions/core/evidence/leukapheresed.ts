/**
 * Derives the response over all patients whose cells were collected, of a trial of CAR-T that counts the infused.
 * Who was not infused could not respond to the cells, so the responders among the infused are all there are.
 * Nothing else follows from the number infused, and no rate is multiplied.
 */
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { type CountedFigure, type FigureRules, findSourceRefusal, hasCount } from "./choose.ts";
import { isDataCutChosenByRule } from "./cuts.ts";
import { type Gathered, type GatherRules, gatherCounts } from "./gather.ts";

/** Names the outcome that counts how many of those with cells collected were infused. */
export const infusion = "infused";

/** Names the populations that include patients who never received their cells. */
export const enrolledPopulations: ReadonlySet<string> = new Set(["leukapheresed", "randomised"]);

export interface OverCollected {
  /** `figure` has `countFrom` unless the count is printed. */
  figure: CountedFigure;
  /** `from` is the figure that prints the number with cells collected: `figure` itself, or that of {@link infusion}. */
  from: CountedFigure;
}

/**
 * Gathers counts by every rule of the question: with `denominator=collected` responses over all with cells
 * collected.
 */
export function gatherCountsOverAskedPatients(
  cohorts: readonly ComputeCohort[],
  outcome: Outcome,
  rules: GatherRules,
): Gathered<CountedFigure> {
  const gathered = gatherCounts(cohorts, outcome, rules);
  if (rules.denominator !== "collected" || !isDataCutChosenByRule(rules)) return gathered;
  // The collected counts replace the others only now, so that the same cohorts are pooled as over the infused.
  const entries = gathered.entries.map((entry) => {
    const collected = findFigureOverApheresed(entry.cohort, outcome, entry.figure, rules);
    return collected === null
      ? entry
      : { ...entry, figure: collected.figure, n: collected.figure.n };
  });
  return { ...gathered, entries };
}

/**
 * Returns whether an outcome is response or a part of it. Response is the benefit of which others are a part: very
 * good partial, complete, stringent.
 */
export function isResponseOutcome({
  role,
  partOf,
  direction,
}: Pick<Outcome, "partOf" | "direction"> & { role?: string | null }): boolean {
  return role === "response" || (direction === "benefit" && partOf !== null);
}

/**
 * Returns the figure over all with cells collected: the one printed for the same cut; else the responders among
 * the infused over the number collected, if exactly these were infused at that cut.
 *
 * @param infused The figure that stands for the cohort with `denominator=treated`.
 * @returns `null` if there is none, or the sources asked for do not have it.
 */
export function findFigureOverApheresed(
  { figures }: Pick<ComputeCohort, "figures">,
  outcome: Outcome,
  infused: CountedFigure,
  { sources }: Pick<FigureRules, "sources">,
): OverCollected | null {
  if (!isResponseOutcome(outcome) || infused.population !== "treated") return null;
  const collected = figures.filter(({ population }) => population === "leukapheresed");
  const counts = (figure: ComputeFigure): figure is CountedFigure =>
    hasCount(figure) && figure.hold === null && findSourceRefusal(figure, sources) === null;
  // A printed figure that does not count is no reason to make another one of the same cut.
  const printed = collected.find(
    (figure) => figure.outcome === outcome.id && isSameDataCut(figure, infused),
  );
  if (printed) return counts(printed) ? { figure: printed, from: printed } : null;
  const from = collected.filter(counts).find(
    (figure) =>
      figure.outcome === infusion &&
      figure.cut === infused.cut &&
      figure.events === infused.n &&
      // Patients who wait for their cells may still respond.
      figure.collection !== "waiting",
  );
  if (!from) return null;
  const { n, population } = from;
  return { figure: { ...infused, n, population, countFrom: "infused" }, from };
}

/**
 * Returns whether two figures are of one data cut. Figures of one outcome differ in the name of their cut, also
 * where only the denominator does. The same follow-up says that they are of one cut; where it is not known, the
 * same responders do.
 */
function isSameDataCut(collectedFigure: ComputeFigure, infused: CountedFigure): boolean {
  if (collectedFigure.n === null || collectedFigure.n < infused.n) return false;
  return (
    collectedFigure.followUpMonths === infused.followUpMonths &&
    (collectedFigure.followUpMonths !== null || collectedFigure.events === infused.events)
  );
}
