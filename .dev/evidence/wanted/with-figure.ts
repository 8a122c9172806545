/** A cohort as it would be with a figure that it does not report, or not so that it can be pooled. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { monthOf } from "#data/landmarks.ts";
import type { Outcome } from "#data/schema.ts";
import type { Plausible } from "./plausible.ts";

/** In the place of all figures of that outcome: of the primary cut, over all patients, by a paper. */
export function withFigure(
  cohort: ComputeCohort,
  { id, kind, over }: Pick<Outcome, "id" | "kind" | "over">,
  { events, n, share }: Plausible,
): ComputeCohort {
  const { design, followUpMonths } = cohort;
  const all = design === "randomised-arm" ? ("randomised" as const) : ("treated" as const);
  const measured = {
    outcome: id,
    n,
    population: over === "all" ? all : over,
    cut: "primary",
    followUpMonths,
    timeOrigin: null,
    hold: null,
    source: 0,
    tier: 1 as const,
  };
  const others = <F extends { outcome: string }>(figures: readonly F[]) =>
    figures.filter(({ outcome }) => outcome !== id);
  if (kind === "count") {
    const counted = { percentPrinted: null, grading: "unknown" as const };
    const figure = { ...measured, ...counted, events, grades: null };
    return { ...cohort, figures: [...others(cohort.figures), figure] };
  }
  // Without an interval, survival counts only if follow-up reaches its month.
  const month = monthOf(id);
  const reached = Math.max(followUpMonths ?? 0, month);
  const survived = { survival: share, interval: null, atRisk: null, followUpMonths: reached };
  return { ...cohort, landmarks: [...others(cohort.landmarks), { ...measured, ...survived }] };
}
