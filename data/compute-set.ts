/**
 * The part of the evidence that comparing needs, and how it is taken from the full
 * cohorts. Citation text, locators and definitions stay behind in `provenance.ts`,
 * so that this set is small enough to travel to a phone.
 */

import { type Overlap, overlapsOf } from "./build/network-overlaps.ts";
import type { Evidence } from "./evidence.ts";
import { approvedIn } from "./rules/approvals.ts";
import type {
  Cohort,
  Figure,
  Landmark,
  Outcome,
  Preset,
  Product,
  PublishedFile,
  Review,
} from "./schema.ts";

export type { Overlap } from "./build/network-overlaps.ts";
export type Tier = Cohort["sources"][number]["tier"];

export interface ComputeFigure
  extends Pick<
    Figure,
    | "outcome"
    | "events"
    | "n"
    | "percentPrinted"
    | "population"
    | "cut"
    | "followUpMonths"
    | "timeOrigin"
    | "grading"
    | "grades"
    | "hold"
    | "source"
  > {
  /** Of the source the figure was read in; 4 = reviewed by nobody. */
  tier: Tier;
}

export interface ComputeLandmark
  extends Pick<
    Landmark,
    | "survival"
    | "interval"
    | "atRisk"
    | "n"
    | "population"
    | "cut"
    | "followUpMonths"
    | "timeOrigin"
    | "hold"
    | "source"
  > {
  /** Family and month in one: `pfs-12`. */
  outcome: string;
  tier: Tier;
}

export interface ComputeCohort
  extends Pick<
    Cohort,
    | "id"
    | "label"
    | "year"
    | "therapyClass"
    | "product"
    | "targets"
    | "construct"
    | "phase"
    | "design"
    | "doses"
    | "evidence"
    | "regimen"
    | "setting"
    | "priorBcma"
    | "region"
    | "followUpMonths"
  > {
  /** Cohorts that share patients with this one, those of networks without bounds included. */
  overlaps: Overlap[];
  /** Patients treated (single-arm) or randomised (randomised arms). */
  n: number | null;
  medianAge: number | null;
  ageRange: [number, number] | null;
  medianPriorLines: number | null;
  priorLinesRange: [number, number] | null;
  issIIIPercent: number | null;
  highRiskCytogeneticsPercent: number | null;
  extramedullaryPercent: number | null;
  tripleClassRefractoryPercent: number | null;
  figures: ComputeFigure[];
  landmarks: ComputeLandmark[];
}

export interface ComputeProduct
  extends Pick<Product, "slug" | "name" | "therapyClass" | "sponsor" | "targets" | "contains"> {
  /** Regions with an approval in force on the data date. */
  approvedIn: string[];
}

/** A published meta-analysis whose question can be asked here. */
export interface ComputeSetOfCohorts {
  id: string;
  /** Short name: "Vandenboom 2025". */
  name: string;
  /** Parameters of its question; they stand in place of the defaults. */
  pins: Record<string, string>;
  /** Ours of its cohorts; `null` where its list is not public. */
  cohorts: string[] | null;
  /** How many it pooled; `null` where that is not printed. */
  used: number | null;
}

export interface ComputeSet {
  sets: ComputeSetOfCohorts[];
  cohorts: ComputeCohort[];
  products: ComputeProduct[];
  outcomes: Outcome[];
  presets: Preset[];
  review: Review;
}

export function computeSetOf({
  cohorts,
  products,
  outcomes,
  presets,
  published,
  review,
}: Evidence): ComputeSet {
  const known = new Set(outcomes.map(({ id }) => id));
  return {
    sets: published.flatMap(setOf),
    cohorts: cohorts.map((cohort) =>
      computeCohortOf(cohort, overlapsOf(cohort, cohorts, products), known),
    ),
    products: products.map((product) => computeProductOf(product, products, review.dataDate)),
    outcomes,
    presets,
    review,
  };
}

function setOf({ id, set }: PublishedFile): ComputeSetOfCohorts[] {
  if (set === null) return [];
  const { name, pins, rows } = set;
  const cohorts = rows?.flatMap(({ cohort }) => cohort ?? []) ?? null;
  return [{ id, name, pins, cohorts, used: rows?.length ?? null }];
}

function computeCohortOf(
  cohort: Cohort,
  overlaps: Overlap[],
  knownOutcomes: ReadonlySet<string>,
): ComputeCohort {
  const { baseline } = cohort;
  const tierOf = (source: number): Tier => cohort.sources[source]?.tier ?? 4;
  return {
    id: cohort.id,
    label: cohort.label,
    year: cohort.year,
    therapyClass: cohort.therapyClass,
    product: cohort.product,
    targets: cohort.targets,
    construct: cohort.construct,
    phase: cohort.phase,
    design: cohort.design,
    doses: cohort.doses,
    evidence: cohort.evidence,
    regimen: cohort.regimen,
    setting: cohort.setting,
    priorBcma: cohort.priorBcma,
    region: cohort.region,
    followUpMonths: cohort.followUpMonths,
    n: baseline.n,
    medianAge: baseline.medianAge,
    ageRange: baseline.ageRange,
    medianPriorLines: baseline.medianPriorLines,
    priorLinesRange: baseline.priorLinesRange,
    issIIIPercent: baseline.issIIIPercent,
    highRiskCytogeneticsPercent: baseline.highRiskCytogeneticsPercent,
    extramedullaryPercent: baseline.extramedullaryPercent,
    tripleClassRefractoryPercent: baseline.tripleClassRefractoryPercent,
    figures: cohort.figures.map((figure) => computeFigureOf(figure, tierOf(figure.source))),
    // A landmark at a month that no outcome names (month 10) is shown with its cohort, never compared.
    landmarks: cohort.landmarks
      .filter((landmark) => knownOutcomes.has(landmarkOutcome(landmark)))
      .map((landmark) => computeLandmarkOf(landmark, tierOf(landmark.source))),
    overlaps,
  };
}

function computeFigureOf(figure: Figure, tier: Tier): ComputeFigure {
  const { derived, derivedRange, definition, locator, ...kept } = figure;
  return { ...kept, tier };
}

/** The id under which a landmark is compared. */
export function landmarkOutcome({ family, month }: Pick<Landmark, "family" | "month">): string {
  return `${family}-${month}`;
}

function computeLandmarkOf(landmark: Landmark, tier: Tier): ComputeLandmark {
  const { family, month, locator, ...kept } = landmark;
  return { outcome: landmarkOutcome({ family, month }), ...kept, tier };
}

function computeProductOf(
  product: Product,
  products: readonly Product[],
  dataDate: string,
): ComputeProduct {
  return {
    slug: product.slug,
    name: product.name,
    therapyClass: product.therapyClass,
    sponsor: product.sponsor,
    targets: product.targets,
    contains: product.contains,
    approvedIn: approvedIn(product, products, dataDate),
  };
}
