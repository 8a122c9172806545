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
} from "../compute-set.ts";
import { pick } from "../lists-and-objects.ts";
import type { Cohort } from "../schema.ts";
import { makeLandmarkId } from "../survival.ts";

/**
 * Returns a cohort in the form that comparing reads: the fields that matter there, its trial, the ids of its parts if
 * it is a label pool, and its figures and landmarks, each with the tier of its source.
 *
 * @param overlaps The overlaps of the cohort itself, and those with networks without bounds.
 * @param cohorts All cohorts, among them the parts of a pool.
 */
export function makeComputeCohort(
  cohort: Cohort,
  overlaps: Overlap[],
  cohorts: readonly Cohort[],
): ComputeCohort {
  const { baseline } = cohort;
  const parts = listLabelPoolParts(cohort, cohorts);
  const tierOf = (source: number): Tier => cohort.sources[source]?.tier ?? 4;
  return {
    ...pick(cohort, comparedFields),
    priorBcmaKinds: cohort.priorBcmaKinds.map((kind) => pick(kind, comparedOfKind)),
    covidVaccines: judgeEnrolmentByVaccineDates(cohort),
    parts: parts.map(({ id }) => id),
    trial: makeTrialKey(cohort),
    pooledTrials: listDistinctIfSeveral(parts.map(makeTrialKey)),
    ...pick(baseline, comparedBaseline),
    figures: cohort.figures.map((figure) => makeComputeFigure(figure, tierOf(figure.source))),
    landmarks: cohort.landmarks.map((landmark) =>
      makeComputeLandmark(landmark, tierOf(landmark.source)),
    ),
    overlaps,
  };
}

/** Returns the cohorts that a label pool holds. Two pools that hold the same cohort only share patients. */
function listLabelPoolParts({ labelPool, overlaps }: Cohort, cohorts: readonly Cohort[]): Cohort[] {
  if (!labelPool) return [];
  return overlaps
    .filter(({ kind }) => kind === "contained")
    .flatMap((edge) => cohorts.filter((part) => part.id === edge.with && !part.labelPool));
}

/** Returns the distinct texts; none if all are the same. */
function listDistinctIfSeveral(texts: readonly string[]): string[] {
  const distinct = [...new Set(texts)];
  return distinct.length > 1 ? distinct : [];
}

/**
 * Returns the key that all cohorts of a trial share; patients whom the same paper reports outside the trial have
 * another.
 */
function makeTrialKey({ registry, publication, evidence, id }: Cohort): string {
  const [number] = registry;
  if (number !== undefined) return number;
  if (publication === null) return id;
  return evidence === "trial" ? `${publication}-trial` : publication;
}

function makeComputeFigure(figure: Cohort["figures"][number], tier: Tier): ComputeFigure {
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

function makeComputeLandmark(landmark: Cohort["landmarks"][number], tier: Tier): ComputeLandmark {
  const { family, month, locator, quote, ...computed } = landmark;
  return { outcome: makeLandmarkId({ family, month }), ...computed, tier };
}

/** The first vaccines were authorised in December of this year. */
const lastYearBefore = "2020";

/**
 * Returns when patients were enrolled, seen from the first vaccines; `null` if the dates that would decide it are
 * not stated.
 */
export function judgeEnrolmentByVaccineDates({
  enrolment,
}: Pick<Cohort, "enrolment">): ComputeCohort["covidVaccines"] {
  const from = enrolment?.from?.slice(0, 4);
  const to = enrolment?.to?.slice(0, 4);
  if (to && to <= lastYearBefore) return "before";
  if (from && from > lastYearBefore) return "after";
  return from && to ? "across" : null;
}
