/**
 * The part of the evidence that comparing needs, and how it is taken from the full
 * cohorts. Citation text, locators and definitions stay behind in `provenance.ts`,
 * so that this set is small enough to travel to a phone.
 */
import type { Evidence } from "./evidence.ts";
import type { Cohort, Figure, Landmark, Outcome, Preset, Product, Review } from "./schema.ts";

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
    | "overlaps"
    | "publishedIn"
  > {
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
  extends Pick<Product, "slug" | "name" | "therapyClass" | "sponsor" | "targets"> {
  /** Regions with an approval in force on the data date. */
  approvedIn: string[];
}

export interface ComputeSet {
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
  review,
}: Evidence): ComputeSet {
  const known = new Set(outcomes.map(({ id }) => id));
  return {
    cohorts: cohorts.map((cohort) => computeCohortOf(cohort, known)),
    products: products.map(computeProductOf),
    outcomes,
    presets,
    review,
  };
}

function computeCohortOf(cohort: Cohort, knownOutcomes: ReadonlySet<string>): ComputeCohort {
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
    overlaps: cohort.overlaps,
    publishedIn: cohort.publishedIn,
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

function computeProductOf(product: Product): ComputeProduct {
  const approvedIn = product.approvals
    .filter(({ status }) => status === "approved")
    .map(({ region }) => region);
  return {
    slug: product.slug,
    name: product.name,
    therapyClass: product.therapyClass,
    sponsor: product.sponsor,
    targets: product.targets,
    approvedIn: [...new Set(approvedIn)],
  };
}
