/** How much each cohort of a class moves its pool, and the pool as its cohorts were published. */
import type { CountedFigure } from "../../evidence/choose.ts";
import type { Entry } from "../../evidence/gather.ts";
import { influence } from "../../statistics/sensitivity/influence.ts";
import type { Figures, Model } from "../fit.ts";
import { totalPatients } from "../patients.ts";
import type { CohortInfluence, CumulativeStep } from "./schema.ts";

/** Diagnostics of the pooled logits. Empty with fewer than two cohorts, and for survival at a month. */
export function influenceOf(entries: readonly Entry[]): CohortInfluence[] {
  const counts = countsOf(entries) ?? [];
  const result = influence(
    counts.map(({ figure }) => figure),
    { method: "REML" },
  );
  if (result.status !== "ok") return [];
  return result.studies.flatMap((study, index): CohortInfluence[] => {
    const cohort = counts[index]?.cohort;
    if (cohort === undefined) return [];
    const { rstudent, dffits, cookDistance, covRatio, hat, dfbetas, weight } = study;
    return [
      {
        ...{ cohort: cohort.id, label: cohort.label },
        ...{ rstudent, dffits, cookDistance, covRatio, hat, dfbetas, weight },
      },
    ];
  });
}

/** Cumulative meta-analysis (Lau et al. 1992): the first cohort, the first two, and so on. */
export function cumulativeOf(entries: readonly Entry[], model: Model): CumulativeStep[] {
  const inOrder = [...entries].sort(byYear);
  return inOrder.map(({ cohort }, index) => {
    const soFar = inOrder.slice(0, index + 1);
    const { estimate, interval } = model.pool(figuresOf(soFar));
    return {
      cohort: cohort.id,
      label: cohort.label,
      year: cohort.year,
      k: soFar.length,
      n: totalPatients(soFar.map(({ n }) => ({ patients: n }))),
      estimate,
      interval,
    };
  });
}

/** Of one year in the order of their ids, so that the order in the data never matters. */
function byYear({ cohort: a }: Entry, { cohort: b }: Entry): number {
  const never = Number.MAX_SAFE_INTEGER;
  return (a.year ?? never) - (b.year ?? never) || (a.id < b.id ? -1 : 1);
}

function figuresOf(entries: readonly Entry[]): Figures {
  const counted = countsOf(entries);
  return counted === null
    ? {
        kind: "landmark",
        figures: entries.flatMap(({ figure }) => ("hazard" in figure ? [figure] : [])),
      }
    : { kind: "count", figures: counted.map(({ figure }) => figure) };
}

/** `null` for survival at a month, which has no events. */
export function countsOf(entries: readonly Entry[]): readonly Entry<CountedFigure>[] | null {
  const counts = entries.filter((entry): entry is Entry<CountedFigure> => "events" in entry.figure);
  return counts.length === entries.length ? counts : null;
}
