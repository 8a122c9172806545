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
  type PatientParameter,
  patientParameters,
} from "../question/patient.ts";
import { inRange } from "../question/range.ts";
import { type PrintedKind, printedKinds } from "./earlier-therapy.ts";
import type { PatientReason } from "./reasons.ts";

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

type Enrolment = Omit<Enrolling, "cohort" | "label" | "trial" | "therapyClass">;

/** `not-reported`: the trial reports nothing by which it could be told. */
export type Fit = "within" | "outside" | "not-reported";

export interface Judged {
  fit: Fit;
  /** `null` if the patient lies within. */
  reason: PatientReason | null;
}

const within: Judged = { fit: "within", reason: null };
const outside = (reason: PatientReason): Judged => ({ fit: "outside", reason });
const notReported = (reason: PatientReason): Judged => ({ fit: "not-reported", reason });

/** What is outside decides first, then what is not reported. */
function jointly(fits: readonly Fit[]): Fit {
  return (["outside", "not-reported"] as const).find((fit) => fits.includes(fit)) ?? "within";
}

export function judge(cohort: Enrolment, patient: Patient): Judged {
  const judged = [
    ...patientNumbers.map((name) => byRange(cohort, name, patient[name])),
    byBcma(cohort, patient),
  ];
  const joint = jointly(judged.map(({ fit }) => fit));
  return judged.find(({ fit }) => fit === joint) ?? within;
}

const patientNumbers: readonly PatientNumber[] = ["age", "priorLines"];
const ranges = { age: "ageRange", priorLines: "priorLinesRange" } as const;

function byRange(cohort: Enrolment, name: PatientNumber, value: number | null): Judged {
  if (value === null) return within;
  const parameter: PatientParameter = patientParameters[name];
  const range = cohort[ranges[name]];
  if (range === null) return notReported({ code: "patient-range-not-stated", parameter });
  const [min, max] = range;
  if (inRange(value, { min, max })) return within;
  return outside({ code: "patient-outside", parameter, range: [min, max] });
}

function byBcma(cohort: Enrolment, { priorBcma: given }: Patient): Judged {
  if (given === null) return within;
  const { priorBcma: enrolled } = cohort;
  const unknown =
    enrolled === "unknown" ? notReported({ code: "patient-bcma-not-stated", kinds: [] }) : within;
  if (given.length === 0) {
    return enrolled === "required" ? outside({ code: "patient-all-after-bcma" }) : unknown;
  }
  if (enrolled === "none" && hadBcma({ priorBcma: given })) {
    return outside({ code: "patient-none-after-bcma" });
  }
  if (given === "some") return unknown;
  const [excluded = [], unstated = []] = [false, null].map((known) =>
    given.filter((kind) => enrolledKind(cohort, kind) === known),
  );
  if (excluded.length > 0) return outside({ code: "patient-kind-excluded", kinds: excluded });
  return unstated.length > 0
    ? notReported({ code: "patient-bcma-not-stated", kinds: unstated })
    : within;
}

/** Whether the trial states that it enrolled patients after this kind; `null` if it does not say. */
function enrolledKind({ priorBcmaKinds }: Enrolment, kind: EarlierKind): boolean | null {
  const [stated] = printedKinds({ priorBcmaKinds }, [kind]);
  return stated ? stated.n !== 0 : null;
}

/** `reason`: what puts the patient outside, or what is not reported; `null` where the part holds the patient. */
export interface PatientCohort {
  readonly cohort: string;
  readonly label: string;
  readonly reason: PatientReason | null;
}

interface PatientTrial {
  readonly fit: Fit;
  readonly parts: readonly PatientCohort[];
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
  /** Of a patient within some trials: classes of which every trial reports what is judged, and none holds them. */
  readonly without: readonly { readonly group: TherapyClass; readonly bound: Bound | null }[];
  /** Of a patient within none. */
  readonly bound: Bound | null;
}

export interface PatientFit extends Patient, ForPatient {
  readonly ranges: RangesFit;
  /** By earlier therapy; `null` if it was not said. */
  readonly earlier: FitCounts | null;
  /** How many patients of a part had the earlier therapy of this one, where it was not all. */
  readonly ofKinds: readonly PrintedKind[];
  /** Those within first. Those outside count all the same. */
  readonly trials: readonly PatientTrial[];
}

/** @param cohorts those of the question, parts of a trial each by itself; none if no question holds the patient */
export function fitOf(
  found: ForPatient,
  patient: Patient,
  cohorts: readonly Enrolling[],
): PatientFit {
  const { age, priorLines, priorBcma } = patient;
  const trials = [...new Set(cohorts.map(({ trial }) => trial))].map((trial) =>
    cohorts.filter((cohort) => cohort.trial === trial),
  );
  const earlierFit = (parts: Parts) => ofTrial(parts, (part) => byBcma(part, patient), byAll);
  const overall = trials.map((parts) => ({
    fit: jointly([
      ...patientNumbers.map((name) => ofTrial(parts, (part) => byRange(part, name, patient[name]))),
      earlierFit(parts),
    ]),
    parts: parts.map((part) => ({
      cohort: part.cohort,
      label: part.label,
      reason: judge(part, patient).reason,
    })),
  }));
  // Of two kinds it is not printed how many patients had either.
  const given = typeof priorBcma === "object" && priorBcma?.length === 1 ? priorBcma : [];
  return {
    ...found,
    age,
    priorLines,
    priorBcma,
    ranges: rangesFitOf(patient, trials),
    earlier: priorBcma && countsOf(trials.map(earlierFit)),
    ofKinds: cohorts
      .flatMap((cohort) => printedKinds(cohort, given))
      .filter(({ n, of }) => n !== null && n > 0 && n !== of),
    trials: listed.flatMap((fit) => overall.filter((trial) => trial.fit === fit)),
  };
}

/** In the order in which trials are listed. */
const listed: readonly Fit[] = ["within", "outside", "not-reported"];

type Parts = readonly Enrolling[];

/** What one part reports is reported by the trial, which holds whom one of its parts holds. */
const byReported: readonly Fit[] = ["within", "outside", "not-reported"];
/** That the patients of one part had no such therapy says nothing of a part that does not report it. */
const byAll: readonly Fit[] = ["within", "not-reported", "outside"];

function ofTrial(
  parts: Parts,
  judged: (part: Enrolling) => Judged,
  strongest: readonly Fit[] = byReported,
): Fit {
  const fits = parts.map((part) => judged(part).fit);
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
  const isReported = (name: PatientNumber, parts: Parts) => fitBy(name, parts) !== "not-reported";
  const said = patientNumbers.filter((name) => patient[name] !== null);
  const judged = said.filter((name) => trials.some((parts) => isReported(name, parts)));
  const fits = trials.map((parts) => ({
    parts,
    fit: judged.length > 0 ? jointly(judged.map((name) => fitBy(name, parts))) : "not-reported",
  }));
  const counts = countsOf(fits.map(({ fit }) => fit));
  const open = fits.filter(({ fit }) => fit === "not-reported");
  const missing = judged.filter((name) => open.some(({ parts }) => !isReported(name, parts)));
  const ofAll = missing.filter((name) => open.every(({ parts }) => !isReported(name, parts)));
  const isWithout = (group: TherapyClass) => {
    const own = fits.filter(({ parts }) => isOf(parts, group));
    return (
      own.length > 0 &&
      own.every(
        ({ parts, fit }) => fit === "outside" && judged.every((name) => isReported(name, parts)),
      )
    );
  };
  const bound = (of: readonly Parts[]) => boundOf(patient, judged, of);
  return {
    judged,
    unjudged: said.filter((name) => !judged.includes(name)),
    counts,
    missing: ofAll.length > 0 ? ofAll.slice(0, 1) : missing,
    without:
      counts.within === 0
        ? []
        : therapyClasses.filter(isWithout).map((group) => ({
            group,
            bound: bound(trials.filter((parts) => isOf(parts, group))),
          })),
    bound: counts.within === 0 && counts.outside > 0 ? bound(trials) : null,
  };
}

const isOf = (parts: Parts, group: TherapyClass) =>
  parts.some(({ therapyClass }) => therapyClass === group);

function boundOf(
  patient: Patient,
  judged: readonly PatientNumber[],
  trials: readonly Parts[],
): Bound | null {
  for (const name of judged) {
    const value = patient[name];
    const reported = trials.flat().flatMap((part) => part[ranges[name]] ?? []);
    const [least, most] = [Math.min(...reported), Math.max(...reported)];
    if (value !== null && value > most) return { of: name, end: "most", value: most };
    if (value !== null && value < least) return { of: name, end: "least", value: least };
  }
  return null;
}
