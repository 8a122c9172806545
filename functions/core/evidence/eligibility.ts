/** Which trials of the question that is asked for a patient enrolled such patients. None is dropped. */
import type { ForPatient } from "../question/for-patient.ts";
import type { Patient } from "../question/patient.ts";
import { type Enrolling, eachSaid, type Fit, judge } from "./patient-fit.ts";
import type { PatientReason } from "./reasons.ts";

/** `reason`: what excludes the patient, or what is not stated; `null` where the trial fits. */
interface PatientCohort<Reason> {
  readonly cohort: string;
  readonly label: string;
  readonly reason: Reason | null;
}

export interface CodedPatientFit<Reason = PatientReason> extends Patient, ForPatient {
  /** Each thing that was said by itself, with the trials that state it; the others are `null`. */
  readonly each: readonly (Patient & Readonly<Record<"fits" | "excludes" | "notStated", number>>)[];
  /** Trials that state all of it. */
  readonly fits: readonly PatientCohort<Reason>[];
  /** Trials that enrolled only others. They count all the same. */
  readonly excludes: readonly PatientCohort<Reason>[];
  readonly notStated: readonly PatientCohort<Reason>[];
}

/** The same in words. */
export interface PatientFit extends Omit<CodedPatientFit<string>, "offers"> {
  readonly text: string;
  readonly offers: readonly (ForPatient["offers"][number] & { readonly text: string })[];
}

/** @param trials those of the question; none if no question holds the patient */
export function fitOf(
  found: ForPatient,
  patient: Patient,
  trials: readonly Enrolling[],
): CodedPatientFit {
  const judged = trials.map((trial) => ({ trial, ...judge(trial, patient) }));
  const those = (fit: Fit) =>
    judged
      .filter((one) => one.fit === fit)
      .map(({ trial: { cohort, label }, reason }) => ({ cohort, label, reason }));
  const { age, priorLines, priorBcma } = patient;
  return {
    ...found,
    age,
    priorLines,
    priorBcma,
    each: found.held === null ? [] : eachSaid(patient).map((one) => counted(one, trials)),
    fits: those("fits"),
    excludes: those("excludes"),
    notStated: those("not-stated"),
  };
}

/** By one thing that was said: a trial that does not state another may still have enrolled it. */
function counted(one: Patient, trials: readonly Enrolling[]): CodedPatientFit["each"][number] {
  const fits = trials.map((trial) => judge(trial, one).fit);
  const count = (fit: Fit) => fits.filter((own) => own === fit).length;
  return {
    ...one,
    fits: count("fits"),
    excludes: count("excludes"),
    notStated: count("not-stated"),
  };
}
