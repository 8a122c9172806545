import { comparedClasses } from "../between-classes.ts";
import {
  type ComputeCohort,
  type ComputeFigure,
  type ComputeLandmark,
  type ComputeSet,
  type ComputeSetOfCohorts,
  comparedBaseline,
  comparedFields,
  comparedOfApproval,
  comparedOfKind,
  comparedOfProduct,
  type Overlap,
  type Tier,
} from "../compute-set.ts";
import type { Evidence } from "../evidence.ts";
import { landmarkOutcome } from "../landmarks.ts";
import { networkOverlaps } from "../network-overlaps.ts";
import { picked } from "../pick.ts";
import { inForce } from "../rules/approvals.ts";
import type { Cohort, PublishedFile } from "../schema.ts";

export function computeSetOf({
  cohorts,
  products,
  outcomes,
  presets,
  published,
  review,
  comparisons,
  screening,
}: Evidence): ComputeSet {
  const pools = new Set(cohorts.filter(({ labelPool }) => labelPool).map(({ id }) => id));
  return {
    sets: published.flatMap(setOf),
    cohorts: cohorts.map((cohort) =>
      computeCohortOf(
        cohort,
        [...cohort.overlaps, ...networkOverlaps(cohort, cohorts, products)],
        pools,
      ),
    ),
    products: products.map((product) => ({
      ...picked(product, comparedOfProduct),
      approvals: product.approvals.map((approval) => ({
        ...picked(approval, comparedOfApproval),
        inForce: inForce(approval, review.dataDate),
      })),
    })),
    outcomes: outcomes.filter(({ recordOnly }) => !recordOnly),
    presets,
    review,
    screening: {
      asked: screening.runs.at(-1)?.on ?? null,
      waiting: screening.records.flatMap(({ decision, found, cohorts: of }) =>
        decision === "undecided" ? { found, cohorts: of } : [],
      ),
    },
    compared: comparedClasses(comparisons),
  };
}

function setOf({ id, set }: PublishedFile): ComputeSetOfCohorts[] {
  if (set === null) return [];
  const { name, pins, rows, cuts } = set;
  const cohorts = rows?.flatMap(({ cohort }) => cohort ?? []) ?? null;
  return [{ id, name, pins, cohorts, used: rows?.length ?? null, ...(cuts && { cuts }) }];
}

function computeCohortOf(
  cohort: Cohort,
  overlaps: Overlap[],
  pools: ReadonlySet<string>,
): ComputeCohort {
  const { baseline } = cohort;
  const tierOf = (source: number): Tier => cohort.sources[source]?.tier ?? 4;
  return {
    ...picked(cohort, comparedFields),
    priorBcmaKinds: cohort.priorBcmaKinds.map((kind) => picked(kind, comparedOfKind)),
    covidVaccines: covidVaccinesOf(cohort),
    parts: partsOf(cohort, pools),
    trial: cohort.registry[0] ?? cohort.publication ?? cohort.id,
    ...picked(baseline, comparedBaseline),
    figures: cohort.figures.map((figure) => computeFigureOf(figure, tierOf(figure.source))),
    landmarks: cohort.landmarks.map((landmark) =>
      computeLandmarkOf(landmark, tierOf(landmark.source)),
    ),
    overlaps,
  };
}

/** Two pools that hold the same cohort only share patients. */
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
 * When patients were enrolled, seen from the first vaccines; `null` if the dates that would decide it are not stated.
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
