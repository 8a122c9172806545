/**
 * Determines whether a patient lies within the ages and prior lines that trials report of theirs. A range is no
 * proof that such patients were enrolled, and the result does not predict how the patient will do. It never
 * decides which trials count: none is dropped. Earlier therapy is in the question: see `earlier-fit.ts`.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ForPatient } from "../question/for-patient.ts";
import type { Patient, PatientNumber } from "../question/patient.ts";
import { isWithinRange } from "../question/range.ts";

/** Picks the fields that describe the patients whom a trial enrolled. */
export type Enrolling = Pick<
  ComputeCohort,
  "label" | "trial" | "therapyClass" | "ageRange" | "priorLinesRange"
> & { readonly cohort: string };

/** `not-reported`: the trial does not report enough to decide. */
export type EligibilityFit = "within" | "outside" | "not-reported";

/** Joins the fits of several properties into one: `outside` prevails over `not-reported`, and both over `within`. */
export function joinEligibilityFits(fits: readonly EligibilityFit[]): EligibilityFit {
  return (["outside", "not-reported"] as const).find((fit) => fits.includes(fit)) ?? "within";
}

const patientNumbers: readonly PatientNumber[] = ["age", "priorLines"];
const ranges = { age: "ageRange", priorLines: "priorLinesRange" } as const;

function judgePartByRange(part: Enrolling, name: PatientNumber, value: number): EligibilityFit {
  const range = part[ranges[name]];
  if (range === null) return "not-reported";
  const [min, max] = range;
  return isWithinRange(value, { min, max }) ? "within" : "outside";
}

/** Counts trials by whether the patient lies within the ranges that they report; the three counts add up to `all`. */
export type FitCounts = Readonly<Record<EligibilityFit | "all", number>>;

/** Holds the reported limit beyond which a patient lies; `null` for a gap between parts of a trial. */
export interface Bound {
  readonly end: "least" | "most";
  readonly value: number;
}

export interface NumberFit {
  readonly name: PatientNumber;
  readonly value: number;
  readonly counts: FitCounts;
  /** `beyond` lists the trials that report the number and hold no such patient. */
  readonly beyond: readonly { readonly label: string; readonly bound: Bound | null }[];
  /** `without` lists the classes of which every trial reports the number and none holds the patient. */
  readonly without: readonly { readonly group: TherapyClass; readonly bound: Bound | null }[];
}

export interface PatientFit extends ForPatient {
  /** `trials` is the number of trials of the question. */
  readonly trials: number;
  /** `numbers` holds a fit for each number that was entered: age, then prior lines. */
  readonly numbers: readonly NumberFit[];
}

/**
 * Returns the question for a patient with the number of its trials, and for each number that was entered how many
 * trials report a range that holds it.
 *
 * @param cohorts the cohorts of the question, with each part of a trial as an entry of its own; empty if no question
 * selects such patients
 */
export function summarisePatientFit(
  forPatient: ForPatient,
  patient: Patient,
  cohorts: readonly Enrolling[],
): PatientFit {
  const trials = groupByTrial(cohorts);
  return {
    ...forPatient,
    trials: trials.length,
    numbers: patientNumbers.flatMap((name) => {
      const value = patient[name];
      return value === null ? [] : summariseFitOfPatientNumber(name, value, trials);
    }),
  };
}

/** Groups cohorts by their trial, in the order in which the trials first occur. */
export function groupByTrial<Part extends Pick<ComputeCohort, "trial">>(
  parts: readonly Part[],
): Part[][] {
  return [...new Set(parts.map(({ trial }) => trial))].map((trial) =>
    parts.filter((part) => part.trial === trial),
  );
}

type Parts = readonly Enrolling[];

/**
 * Orders the fits of the parts of a trial, of which the first that occurs is that of the trial: the trial reports
 * what any part reports, and holds a patient whom any part holds.
 */
const reportedJoinOrder: readonly EligibilityFit[] = ["within", "outside", "not-reported"];

/** Returns the fit of a trial: that of its parts which comes first in `strongest`. */
export function judgeTrialFit<Part>(
  parts: readonly Part[],
  fitBy: (part: Part) => EligibilityFit,
  strongest: readonly EligibilityFit[] = reportedJoinOrder,
): EligibilityFit {
  const fits = parts.map(fitBy);
  return strongest.find((fit) => fits.includes(fit)) ?? "not-reported";
}

export function countEligibilityFits(fits: readonly EligibilityFit[]): FitCounts {
  const countOf = (fit: EligibilityFit) => fits.filter((fitOfTrial) => fitOfTrial === fit).length;
  return {
    within: countOf("within"),
    outside: countOf("outside"),
    "not-reported": countOf("not-reported"),
    all: fits.length,
  };
}

function summariseFitOfPatientNumber(
  name: PatientNumber,
  value: number,
  trials: readonly Parts[],
): NumberFit {
  const fits = trials.map((parts) => ({
    parts,
    fit: judgeTrialFit(parts, (part) => judgePartByRange(part, name, value)),
  }));
  const boundOf = (parts: Parts) => findExceededBound(parts, name, value);
  return {
    name,
    value,
    counts: countEligibilityFits(fits.map(({ fit }) => fit)),
    beyond: fits.flatMap(({ parts, fit }) =>
      fit === "outside" && parts[0] ? { label: parts[0].label, bound: boundOf(parts) } : [],
    ),
    without: therapyClasses.flatMap((group) => {
      const ofClass = fits.filter(({ parts }) => parts.some((part) => part.therapyClass === group));
      if (ofClass.length === 0 || !ofClass.every(({ fit }) => fit === "outside")) return [];
      return { group, bound: boundOf(ofClass.flatMap(({ parts }) => parts)) };
    }),
  };
}

function findExceededBound(parts: Parts, name: PatientNumber, value: number): Bound | null {
  const reported = parts.flatMap((part) => part[ranges[name]] ?? []);
  const [least, most] = [Math.min(...reported), Math.max(...reported)];
  if (value > most) return { end: "most", value: most };
  return value < least ? { end: "least", value: least } : null;
}
