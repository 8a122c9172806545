/**
 * Which trials enrolled patients like a given one: compares age, number of prior lines and earlier
 * BCMA-directed therapy with what the trial reports. Enrolled is not the same as eligible, and the
 * result does not predict how the patient will do. It never decides which trials count: none is dropped.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ForPatient } from "../question/for-patient.ts";
import {
  type EarlierKind,
  hadBcma,
  type Patient,
  type PatientParameter,
} from "../question/patient.ts";
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

export type Fit = "fits" | "excludes" | "not-stated";

export interface Judged {
  fit: Fit;
  /** `null` if the trial fits. */
  reason: PatientReason | null;
}

const fitting: Judged = { fit: "fits", reason: null };
const excludes = (reason: PatientReason): Judged => ({ fit: "excludes", reason });
const notStated = (reason: PatientReason): Judged => ({ fit: "not-stated", reason });

/** What is excluded decides first, then what is not stated. */
export function judge(cohort: Enrolment, patient: Patient): Judged {
  const judged = [
    byRange("patient-age", patient.age, cohort.ageRange),
    byRange("patient-prior-lines", patient.priorLines, cohort.priorLinesRange),
    byBcma(cohort, patient),
  ];
  const first = (fit: Fit) => judged.find((one) => one.fit === fit);
  return first("excludes") ?? first("not-stated") ?? fitting;
}

function byRange(
  parameter: PatientParameter,
  value: number | null,
  range: readonly [number, number] | null,
): Judged {
  if (value === null) return fitting;
  if (range === null) return notStated({ code: "patient-range-not-stated", parameter });
  const [lowest, highest] = range;
  if (lowest <= value && value <= highest) return fitting;
  return excludes({ code: "patient-outside", parameter, range: [lowest, highest] });
}

function byBcma(cohort: Enrolment, { priorBcma: given }: Patient): Judged {
  if (given === null) return fitting;
  const { priorBcma: enrolled } = cohort;
  const unknown =
    enrolled === "unknown" ? notStated({ code: "patient-bcma-not-stated", kinds: [] }) : fitting;
  if (given.length === 0) {
    return enrolled === "required" ? excludes({ code: "patient-all-after-bcma" }) : unknown;
  }
  if (enrolled === "none" && hadBcma({ priorBcma: given })) {
    return excludes({ code: "patient-none-after-bcma" });
  }
  if (given === "some") return unknown;
  const [excluded = [], unstated = []] = [false, null].map((known) =>
    given.filter((kind) => enrolledKind(cohort, kind) === known),
  );
  if (excluded.length > 0) return excludes({ code: "patient-kind-excluded", kinds: excluded });
  return unstated.length > 0
    ? notStated({ code: "patient-bcma-not-stated", kinds: unstated })
    : fitting;
}

/** Whether the trial states that it enrolled patients after this kind; `null` if it does not say. */
function enrolledKind({ priorBcmaKinds }: Enrolment, kind: EarlierKind): boolean | null {
  const [stated] = printedKinds({ priorBcmaKinds }, [kind]);
  return stated ? stated.n !== 0 : null;
}

/** `reason`: what excludes the patient, or what is not stated; `null` where the part fits. */
export interface PatientCohort {
  readonly cohort: string;
  readonly label: string;
  readonly reason: PatientReason | null;
}

/** One part that fits says it of the trial; one that does not say leaves it open. */
const strongest: readonly Fit[] = ["fits", "not-stated", "excludes"];

/** In the order in which trials are listed. */
const listed: readonly Fit[] = ["fits", "excludes", "not-stated"];

interface PatientTrial {
  readonly fit: Fit;
  readonly parts: readonly PatientCohort[];
}

export interface PatientFit extends Patient, ForPatient {
  /** Trials by whether they enrolled such patients: together they are all. */
  readonly counts: Readonly<Record<Fit | "all", number>>;
  /** Classes that have trials here, of which none is known to have enrolled such patients. */
  readonly without: readonly TherapyClass[];
  /** How many patients of a part had the earlier therapy of this one, where it was not all. */
  readonly ofKinds: readonly PrintedKind[];
  /** Those that enrolled only others count all the same. */
  readonly trials: readonly PatientTrial[];
}

/** @param cohorts those of the question, parts of a trial each by itself; none if no question holds the patient */
export function fitOf(
  found: ForPatient,
  patient: Patient,
  cohorts: readonly Enrolling[],
): PatientFit {
  const { age, priorLines, priorBcma } = patient;
  const trials = [...new Set(cohorts.map(({ trial }) => trial))].map((trial) => {
    const parts = cohorts.filter((cohort) => cohort.trial === trial);
    const judged = parts.map((part) => ({ part, ...judge(part, patient) }));
    return {
      fit: strongest.find((fit) => judged.some((one) => one.fit === fit)) ?? "not-stated",
      classes: parts.map(({ therapyClass }) => therapyClass),
      parts: judged.map(({ part: { cohort, label }, reason }) => ({ cohort, label, reason })),
    };
  });
  const countOf = (fit: Fit) => trials.filter((trial) => trial.fit === fit).length;
  // Of two kinds it is not printed how many patients had either.
  const given = typeof priorBcma === "object" && priorBcma?.length === 1 ? priorBcma : [];
  return {
    ...found,
    age,
    priorLines,
    priorBcma,
    counts: {
      fits: countOf("fits"),
      excludes: countOf("excludes"),
      "not-stated": countOf("not-stated"),
      all: trials.length,
    },
    without: therapyClasses.filter((group) => {
      const own = trials.filter(({ classes }) => classes.includes(group));
      return own.length > 0 && own.every(({ fit }) => fit !== "fits");
    }),
    ofKinds: cohorts
      .flatMap((cohort) => printedKinds(cohort, given))
      .filter(({ n, of }) => n !== null && n > 0 && n !== of),
    trials: listed.flatMap((fit) =>
      trials.filter((trial) => trial.fit === fit).map(({ parts }) => ({ fit, parts })),
    ),
  };
}
