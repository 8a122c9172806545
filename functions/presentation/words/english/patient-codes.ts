/** Words for the question that holds a patient, and for the trials that enrolled such patients. */
import type { KindCount, KindElsewhere } from "#core/answer/note-values.ts";
import type { PatientReason } from "#core/evidence/reasons.ts";
import type { HoldingName, HoldingReason } from "#core/question/for-patient.ts";
import type { EarlierKind, EarlierKinds, Patient } from "#core/question/patient.ts";
import type { ReasonWords } from "../codes.ts";
import { counted } from "./counts.ts";

const kindNames: Readonly<Record<EarlierKind, string>> = {
  adc: "antibody–drug conjugate",
  bispecific: "bispecific",
  "car-t": "CAR-T",
  gprc5d: "GPRC5D-directed therapy",
};

export const ageOf = (years: number | string) => `${years} years`;
export const linesOf = (lines: number | string) => counted(Number(lines), "prior line");

const fields = { "patient-age": "age", "patient-prior-lines": "prior lines" } as const;

/** `CAR-T 12 of 107`. */
export function kindCount({ kind, directed, n, of }: KindCount): string {
  if (n === 0) return `no ${kindNames[kind]}`;
  return `${kindNames[kind]} ${n === null ? "some" : `${n} of ${of}`}${directed || kind === "gprc5d" ? "" : notStated}`;
}

const notStated = " (whether directed at BCMA is not stated)";
const afterKind = { ...kindNames, adc: "an antibody–drug conjugate", bispecific: "a bispecific" };

/** `No trial here is of patients after CAR-T alone; 12 such of 107 in ONE, 9 responded`. */
export function notSelected(kind: EarlierKind, elsewhere: readonly KindElsewhere[]): string {
  const counts = elsewhere.map(({ trial, n, of, responders, directed }) => {
    const responded = responders === null ? "" : `, ${responders} responded`;
    return `${n === null ? "some" : n} such of ${of} in ${trial}${responded}${directed ? "" : notStated}`;
  });
  return `${[`No trial here is of patients after ${afterKind[kind]} alone`, ...counts].join("; ")}.`;
}

const fits: ReasonWords<PatientReason> = {
  "patient-outside": ({ parameter, range: [least, most] }) =>
    `enrolled patients of ${fields[parameter]} ${least} to ${most}`,
  "patient-range-not-stated": ({ parameter }) =>
    `range of ${fields[parameter]} not stated in our sources`,
  "patient-all-after-bcma": () => "recruited after BCMA-directed therapy",
  "patient-none-after-bcma": () => "no patient had BCMA-directed therapy before",
  "patient-kind-excluded": ({ kinds }) => `no patient had ${listed(kinds)} before`,
  "patient-bcma-not-stated": ({ kinds }) =>
    `earlier ${kinds.length === 0 ? "BCMA-directed therapy" : listed(kinds)} not stated in our sources`,
};

/** `after CAR-T or a bispecific` */
export function afterKinds(kinds: readonly EarlierKind[]): string {
  return `after ${kinds.map((kind) => afterKind[kind]).join(" or ")}`;
}

function earlierAsked({ priorBcma }: Patient): string {
  if (priorBcma === null) return "";
  if (priorBcma === "some") return ", after BCMA-directed therapy";
  if (priorBcma.length === 0) return ", not asking for such therapy";
  return `, after ${priorBcma.map((kind) => kindNames[kind]).join(" or ")}`;
}

const trialsAfter = (lines: string) => (patient: Patient) =>
  `Trials after ${lines}${earlierAsked(patient)}.`;

const holding: Readonly<Record<HoldingReason, (patient: Patient) => string>> = {
  "as-asked": () => "As asked.",
  "no-lines": () => "No prior line: no question here holds such a patient.",
  "one-line": trialsAfter("1 prior line"),
  "two-lines": trialsAfter("2 prior lines"),
  "three-or-more": trialsAfter("3 or more prior lines"),
  "lines-unknown": trialsAfter("3 or more prior lines (not said)"),
};

const offers: Readonly<Record<HoldingName, string>> = {
  "after-therapy": "3 or more prior lines",
  "one-line": "1 prior line",
  "two-lines": "2 prior lines",
};

export const patientCodes = { holding, offers, fits };

function listed(kinds: readonly EarlierKind[]): string {
  return kinds.map((kind) => kindNames[kind]).join(", ");
}

/** "73 years", "5 prior lines", "earlier BCMA-directed CAR-T", as far as it was said. */
export function saidOf({ age, priorLines, priorBcma }: Patient): string[] {
  return [
    age !== null && ageOf(age),
    priorLines !== null && linesOf(priorLines),
    priorBcma !== null && bcmaOf(priorBcma),
  ].filter((text) => text !== false);
}

function bcmaOf(given: EarlierKinds): string {
  if (given === "some") return "earlier BCMA-directed therapy";
  if (given.length === 0) return "no earlier BCMA- or GPRC5D-directed therapy";
  const names = given.map(
    (kind) => `${kind === "gprc5d" ? "" : "BCMA-directed "}${kindNames[kind]}`,
  );
  return `earlier ${names.join(", ")}`;
}
