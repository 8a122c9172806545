/**
 * Whether a patient lies within what trials report of theirs: age, number of prior lines, earlier
 * therapy directed at BCMA or GPRC5D. A range is no proof that such patients were enrolled, and the
 * result does not predict how the patient will do. It never decides which trials count: none is dropped.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ForPatient } from "../question/for-patient.ts";
import {
  type EarlierKind,
  hadBcma,
  type Patient,
  type PatientNumber,
} from "../question/patient.ts";
import { inRange } from "../question/range.ts";
import { type PrintedKind, printedKinds } from "./earlier-therapy.ts";

/** Whom a trial enrolled. */
export type Enrolling = Pick<
  ComputeCohort,
  | "label"
  | "trial"
  | "therapyClass"
  | "ageRange"
  | "priorLinesRange"
  | "priorBcma"
  | "priorBcmaKinds"
> & { readonly cohort: string };

/** `not-reported`: the trial reports nothing by which it could be told. */
export type Fit = "within" | "outside" | "not-reported";

/** What is outside decides first, then what is not reported. */
function jointly(fits: readonly Fit[]): Fit {
  return (["outside", "not-reported"] as const).find((fit) => fits.includes(fit)) ?? "within";
}

const patientNumbers: readonly PatientNumber[] = ["age", "priorLines"];
const ranges = { age: "ageRange", priorLines: "priorLinesRange" } as const;

function byRange(part: Enrolling, name: PatientNumber, value: number | null): Fit {
  const range = part[ranges[name]];
  if (value === null) return "within";
  if (range === null) return "not-reported";
  const [min, max] = range;
  return inRange(value, { min, max }) ? "within" : "outside";
}

function byBcma(part: Enrolling, { priorBcma: given }: Patient): Fit {
  if (given === null) return "within";
  const { priorBcma: enrolled } = part;
  const unknown = enrolled === "unknown" ? "not-reported" : "within";
  if (given.length === 0) return enrolled === "required" ? "outside" : unknown;
  if (enrolled === "none" && hadBcma({ priorBcma: given })) return "outside";
  return given === "some" ? unknown : jointly(given.map((kind) => byKind(part, kind)));
}

/** Whether the trial states that it enrolled patients after this kind. */
function byKind(part: Enrolling, kind: EarlierKind): Fit {
  const [stated] = printedKinds(part, [kind]);
  if (!stated) return "not-reported";
  return stated.n === 0 ? "outside" : "within";
}

/** Trials by whether the patient lies within what they report: together they are all. */
export type FitCounts = Readonly<Record<Fit | "all", number>>;

/** What is reported at one end, beyond which the patient lies for every trial of a class. */
export interface Bound {
  readonly of: PatientNumber;
  readonly end: "least" | "most";
  readonly value: number;
}

export interface RangesFit {
  /** Of age and lines those that were said and that a trial reports: only these are judged. */
  readonly judged: readonly PatientNumber[];
  /** Those that were said and that no trial reports. */
  readonly unjudged: readonly PatientNumber[];
  /** By all that is judged together. */
  readonly counts: FitCounts;
  /** What trials do not report that leave it open; only the first that none of them reports. */
  readonly missing: readonly PatientNumber[];
  /** Classes of which every trial reports what is judged, and none holds the patient. */
  readonly without: readonly { readonly group: TherapyClass; readonly bound: Bound | null }[];
}

export interface PatientFit extends ForPatient {
  readonly ranges: RangesFit;
  /** By earlier therapy; `null` if it was not said. */
  readonly earlier: FitCounts | null;
  /** How many patients of a part had the earlier therapy of this one, where it was not all. */
  readonly ofKinds: readonly PrintedKind[];
}

/** @param cohorts those of the question, parts of a trial each by itself; none if no question holds the patient */
export function fitOf(
  found: ForPatient,
  patient: Patient,
  cohorts: readonly Enrolling[],
): PatientFit {
  const { priorBcma } = patient;
  const trials = [...new Set(cohorts.map(({ trial }) => trial))].map((trial) =>
    cohorts.filter((cohort) => cohort.trial === trial),
  );
  // Of two kinds it is not printed how many patients had either.
  const given = typeof priorBcma === "object" && priorBcma?.length === 1 ? priorBcma : [];
  return {
    ...found,
    ranges: rangesFitOf(patient, trials),
    earlier:
      priorBcma &&
      countsOf(trials.map((parts) => ofTrial(parts, (part) => byBcma(part, patient), byAll))),
    ofKinds: cohorts
      .flatMap((cohort) => printedKinds(cohort, given))
      .filter(({ n, of }) => n !== null && n > 0 && n !== of),
  };
}

type Parts = readonly Enrolling[];

/** What one part reports is reported by the trial, which holds whom one of its parts holds. */
const byReported: readonly Fit[] = ["within", "outside", "not-reported"];
/** That the patients of one part had no such therapy says nothing of a part that does not report it. */
const byAll: readonly Fit[] = ["within", "not-reported", "outside"];

function ofTrial(
  parts: Parts,
  fitBy: (part: Enrolling) => Fit,
  strongest: readonly Fit[] = byReported,
): Fit {
  const fits = parts.map(fitBy);
  return strongest.find((fit) => fits.includes(fit)) ?? "not-reported";
}

function countsOf(fits: readonly Fit[]): FitCounts {
  const countOf = (fit: Fit) => fits.filter((one) => one === fit).length;
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
  const said = patientNumbers.filter((name) => patient[name] !== null);
  const judged = said.filter((name) => trials.some((parts) => isReported(name, parts)));
  const fits = trials.map((parts) => ({
    parts,
    fit: judged.length > 0 ? jointly(judged.map((name) => fitBy(name, parts))) : "not-reported",
  }));
  const open = fits.filter(({ fit }) => fit === "not-reported");
  const missing = judged.filter((name) => open.some(({ parts }) => !isReported(name, parts)));
  const ofAll = missing.filter((name) => open.every(({ parts }) => !isReported(name, parts)));
  const without = therapyClasses.flatMap((group) => {
    const own = fits.filter(({ parts }) => parts.some((part) => part.therapyClass === group));
    const isOutside = ({ parts, fit }: (typeof own)[number]) =>
      fit === "outside" && judged.every((name) => isReported(name, parts));
    if (own.length === 0 || !own.every(isOutside)) return [];
    return {
      group,
      bound: boundOf(
        patient,
        judged,
        own.flatMap(({ parts }) => parts),
      ),
    };
  });
  return {
    judged,
    unjudged: said.filter((name) => !judged.includes(name)),
    counts: countsOf(fits.map(({ fit }) => fit)),
    missing: ofAll.length > 0 ? ofAll.slice(0, 1) : missing,
    without,
  };
}

function boundOf(patient: Patient, judged: readonly PatientNumber[], parts: Parts): Bound | null {
  for (const name of judged) {
    const value = patient[name];
    const reported = parts.flatMap((part) => part[ranges[name]] ?? []);
    const [least, most] = [Math.min(...reported), Math.max(...reported)];
    if (value !== null && value > most) return { of: name, end: "most", value: most };
    if (value !== null && value < least) return { of: name, end: "least", value: least };
  }
  return null;
}
