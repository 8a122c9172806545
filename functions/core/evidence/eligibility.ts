/**
 * Determines whether a patient lies within the ages and prior lines that trials report of theirs. A range is no
 * proof that such patients were enrolled, and the result does not predict how the patient will do. It never
 * decides which trials count: none is dropped. Earlier therapy is in the question: see `earlier-fit.ts`.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ForPatient } from "../question/for-patient.ts";
import type { Patient, PatientNumber } from "../question/patient.ts";
import { inRange } from "../question/range.ts";

/** Picks the fields that describe the patients whom a trial enrolled. */
export type Enrolling = Pick<
  ComputeCohort,
  "label" | "trial" | "therapyClass" | "ageRange" | "priorLinesRange"
> & { readonly cohort: string };

/** `not-reported`: the trial does not report enough to decide. */
export type EligibilityFit = "within" | "outside" | "not-reported";

/** Joins the fits of several properties into one: `outside` prevails over `not-reported`, and both over `within`. */
export function jointly(fits: readonly EligibilityFit[]): EligibilityFit {
  return (["outside", "not-reported"] as const).find((fit) => fits.includes(fit)) ?? "within";
}

const patientNumbers: readonly PatientNumber[] = ["age", "priorLines"];
const ranges = { age: "ageRange", priorLines: "priorLinesRange" } as const;

function byRange(part: Enrolling, name: PatientNumber, value: number | null): EligibilityFit {
  const range = part[ranges[name]];
  if (value === null) return "within";
  if (range === null) return "not-reported";
  const [min, max] = range;
  return inRange(value, { min, max }) ? "within" : "outside";
}

/** Counts trials by whether the patient lies within the ranges that they report; the three counts add up to `all`. */
export type FitCounts = Readonly<Record<EligibilityFit | "all", number>>;

/** Holds the reported limit beyond which the patient lies for every trial of a class. */
export interface NearestBound {
  readonly of: PatientNumber;
  readonly end: "least" | "most";
  readonly value: number;
}

export interface RangesFit {
  /**
   * `judged` names the numbers of the patient (age, lines) that are entered and that some trial reports. Only these
   * are judged.
   */
  readonly judged: readonly PatientNumber[];
  /** `unjudged` names the numbers of the patient that are entered but that no trial reports. */
  readonly unjudged: readonly PatientNumber[];
  /** `counts` counts trials by all judged numbers together. */
  readonly counts: FitCounts;
  /**
   * `missingNumbers` names the numbers that undecided trials do not report. If no undecided trial reports a certain number,
   * only this number is named.
   */
  readonly missingNumbers: readonly PatientNumber[];
  /** `without` lists the classes of which every trial reports the judged numbers and none holds the patient. */
  readonly without: readonly {
    readonly group: TherapyClass;
    readonly bound: NearestBound | null;
  }[];
}

export interface PatientFit extends ForPatient {
  readonly ranges: RangesFit;
}

/** @param cohorts those of the question, parts of a trial each by itself; none if no question holds the patient */
export function fitOf(
  forPatient: ForPatient,
  patient: Patient,
  cohorts: readonly Enrolling[],
): PatientFit {
  return { ...forPatient, ranges: rangesFitOf(patient, byTrial(cohorts)) };
}

/** Groups cohorts by their trial, in the order in which the trials first occur. */
export function byTrial<Part extends Pick<ComputeCohort, "trial">>(
  parts: readonly Part[],
): Part[][] {
  return [...new Set(parts.map(({ trial }) => trial))].map((trial) =>
    parts.filter((part) => part.trial === trial),
  );
}

type Parts = readonly Enrolling[];

/**
 * States the order by which parts of a trial are joined: the trial reports what any part reports, and holds a patient
 * whom any part holds.
 */
const byReported: readonly EligibilityFit[] = ["within", "outside", "not-reported"];

/** @param strongest the fit of any part that comes first is that of the trial */
export function ofTrial<Part>(
  parts: readonly Part[],
  fitBy: (part: Part) => EligibilityFit,
  strongest: readonly EligibilityFit[] = byReported,
): EligibilityFit {
  const fits = parts.map(fitBy);
  return strongest.find((fit) => fits.includes(fit)) ?? "not-reported";
}

export function countsOf(fits: readonly EligibilityFit[]): FitCounts {
  const countOf = (fit: EligibilityFit) => fits.filter((fitOfTrial) => fitOfTrial === fit).length;
  return {
    within: countOf("within"),
    outside: countOf("outside"),
    "not-reported": countOf("not-reported"),
    all: fits.length,
  };
}

function rangesFitOf(patient: Patient, trials: readonly Parts[]): RangesFit {
  const fitBy = (name: PatientNumber, parts: Parts) =>
    ofTrial(parts, (part) => byRange(part, name, patient[name]));
  const isReported = (name: PatientNumber, parts: Parts) =>
    parts.some((part) => part[ranges[name]] !== null);
  const entered = patientNumbers.filter((name) => patient[name] !== null);
  const judged = entered.filter((name) => trials.some((parts) => isReported(name, parts)));
  const fits = trials.map((parts) => ({
    parts,
    fit: judged.length > 0 ? jointly(judged.map((name) => fitBy(name, parts))) : "not-reported",
  }));
  const open = fits.filter(({ fit }) => fit === "not-reported");
  const missing = judged.filter((name) => open.some(({ parts }) => !isReported(name, parts)));
  const ofAll = missing.filter((name) => open.every(({ parts }) => !isReported(name, parts)));
  const without = therapyClasses.flatMap((group) => {
    const ofClass = fits.filter(({ parts }) => parts.some((part) => part.therapyClass === group));
    const isOutside = ({ parts, fit }: (typeof ofClass)[number]) =>
      fit === "outside" && judged.every((name) => isReported(name, parts));
    if (ofClass.length === 0 || !ofClass.every(isOutside)) return [];
    return {
      group,
      bound: boundOf(
        patient,
        judged,
        ofClass.flatMap(({ parts }) => parts),
      ),
    };
  });
  return {
    judged,
    unjudged: entered.filter((name) => !judged.includes(name)),
    counts: countsOf(fits.map(({ fit }) => fit)),
    missingNumbers: ofAll.length > 0 ? ofAll.slice(0, 1) : missing,
    without,
  };
}

function boundOf(
  patient: Patient,
  judged: readonly PatientNumber[],
  parts: Parts,
): NearestBound | null {
  for (const name of judged) {
    const value = patient[name];
    const reported = parts.flatMap((part) => part[ranges[name]] ?? []);
    const [least, most] = [Math.min(...reported), Math.max(...reported)];
    if (value !== null && value > most) return { of: name, end: "most", value: most };
    if (value !== null && value < least) return { of: name, end: "least", value: least };
  }
  return null;
}
