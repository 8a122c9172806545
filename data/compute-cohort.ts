/** Converts a cohort of the data to the form that comparing reads. */
import {
  type ComputeCohort,
  type ComputeFigure,
  type ComputeLandmark,
  comparedBaseline,
  comparedFields,
  comparedOfKind,
  type Overlap,
  type Tier,
} from "./compute-set.ts";
import { landmarkOutcome } from "./landmarks.ts";
import { pick } from "./pick.ts";
import type { Cohort } from "./schema.ts";

/**
 * @param overlaps Those of the cohort itself, and of networks without bounds.
 * @param pools Ids of the cohorts that pool others.
 */
export function computeCohortOf(
  cohort: Cohort,
  overlaps: Overlap[],
  pools: ReadonlySet<string>,
): ComputeCohort {
  const { baseline } = cohort;
  const tierOf = (source: number): Tier => cohort.sources[source]?.tier ?? 4;
  return {
    ...pick(cohort, comparedFields),
    priorBcmaKinds: cohort.priorBcmaKinds.map((kind) => pick(kind, comparedOfKind)),
    covidVaccines: covidVaccinesOf(cohort),
    parts: partsOf(cohort, pools),
    trial: cohort.registry[0] ?? cohort.publication ?? cohort.id,
    ...pick(baseline, comparedBaseline),
    figures: cohort.figures.map((figure) => computeFigureOf(figure, tierOf(figure.source))),
    landmarks: cohort.landmarks.map((landmark) =>
      computeLandmarkOf(landmark, tierOf(landmark.source)),
    ),
    overlaps,
  };
}

/** Returns the ids of the cohorts that a label pool holds. Two pools that hold the same cohort only share patients. */
function partsOf({ id, overlaps }: Cohort, pools: ReadonlySet<string>): string[] {
  if (!pools.has(id)) return [];
  return overlaps
    .filter((edge) => edge.kind === "contained" && !pools.has(edge.with))
    .map((edge) => edge.with);
}

function computeFigureOf(figure: Cohort["figures"][number], tier: Tier): ComputeFigure {
  const { derived, derivedRange, definition, by, locator, exposureMonths, quote, ...computed } =
    figure;
  // A percentage adds nothing to an answer next to a count that is not derived from it.
  const isNeeded = figure.events === null || figure.hold === "inferred";
  return {
    ...computed,
    percentPrinted: isNeeded ? figure.percentPrinted : null,
    tier,
  };
}

function computeLandmarkOf(landmark: Cohort["landmarks"][number], tier: Tier): ComputeLandmark {
  const { family, month, locator, quote, ...computed } = landmark;
  return { outcome: landmarkOutcome({ family, month }), ...computed, tier };
}

/** The first vaccines were authorised in December of this year. */
const lastYearBefore = "2020";

/**
 * Returns when patients were enrolled, seen from the first vaccines; `null` if the dates that would decide it are
 * not stated.
 */
export function covidVaccinesOf({
  enrolment,
}: Pick<Cohort, "enrolment">): ComputeCohort["covidVaccines"] {
  const from = enrolment?.from?.slice(0, 4);
  const to = enrolment?.to?.slice(0, 4);
  if (to && to <= lastYearBefore) return "before";
  if (from && from > lastYearBefore) return "after";
  return from && to ? "across" : null;
}
