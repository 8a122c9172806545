/** Leaves out of the compute set what `restored` adds again. */
import { type ComputeCohort, type ComputeSet, comparedBaseline } from "../compute-set.ts";
import type { Cohort } from "../schema.ts";
import type { Outline, StoredCohort, StoredSet, Usual } from "../stored-set.ts";

const usualMeasure = {
  n: null,
  population: "treated",
  cut: "primary",
  followUpMonths: null,
  timeOrigin: null,
  hold: null,
  tier: 1,
} as const;

const noBaseline = Object.fromEntries(comparedBaseline.map((field) => [field, null])) as Record<
  (typeof comparedBaseline)[number],
  null
>;

const usual: Usual = {
  cohort: {
    ...noBaseline,
    year: null,
    construct: null,
    phase: null,
    region: null,
    followUpMonths: null,
    network: null,
    priorBcmaKinds: [],
    parts: [],
    nestedCuts: {},
    covidVaccines: null,
    regimen: "monotherapy",
  },
  figure: {
    ...usualMeasure,
    events: null,
    percentPrinted: null,
    grading: "unknown",
    grades: null,
  },
  landmark: { ...usualMeasure, interval: null, atRisk: null },
};

export interface StoredParts {
  set: StoredSet;
  realWorld: StoredCohort[];
}

/** @param files the cohorts as in their files, whose overlaps do not follow from the rule */
export function storedPartsOf(
  { cohorts, ...others }: ComputeSet,
  files: readonly Pick<Cohort, "id" | "overlaps">[],
): StoredParts {
  const written = new Map(files.map(({ id, overlaps }) => [id, overlaps]));
  const stored = cohorts.map((cohort) => storedCohortOf(cohort, written.get(cohort.id) ?? []));
  return {
    set: {
      ...others,
      usual,
      cohorts: stored.map((cohort) => (isRealWorld(cohort) ? outlineOf(cohort) : cohort)),
    },
    realWorld: stored.filter(isRealWorld),
  };
}

const isRealWorld = ({ evidence }: StoredCohort) => evidence === "real-world";

function outlineOf({ id, label, therapyClass, product, evidence }: StoredCohort): Outline {
  return { id, label, therapyClass, product, evidence };
}

function storedCohortOf(cohort: ComputeCohort, overlaps: Cohort["overlaps"]): StoredCohort {
  return {
    ...without(cohort, usual.cohort),
    figures: cohort.figures.map((figure) => without(figure, usual.figure)),
    landmarks: cohort.landmarks.map((landmark) => without(landmark, usual.landmark)),
    overlaps,
  };
}

type Without<Whole, Part> = Omit<Whole, keyof Part> &
  Partial<Pick<Whole, keyof Part & keyof Whole>>;

function without<Part extends object, Whole extends Part>(
  whole: Whole,
  part: Part,
): Without<Whole, Part> {
  const values = new Map<string, unknown>(Object.entries(part));
  const isUsual = (key: string, value: unknown): boolean =>
    values.has(key) && JSON.stringify(values.get(key)) === JSON.stringify(value);
  return Object.fromEntries(
    Object.entries(whole).filter(([key, value]) => !isUsual(key, value)),
  ) as Without<Whole, Part>;
}
