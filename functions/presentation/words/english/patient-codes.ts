/** Words for the question that holds a patient, and for the trials that enrolled such patients. */
import type { KindCount, KindElsewhere } from "#core/comparison/coded-remarks.ts";
import type { PatientReason } from "#core/evidence/reasons.ts";
import type { HoldingName, HoldingReason } from "#core/question/for-patient.ts";
import type { BcmaKind, Patient, PriorBcma } from "#core/question/patient.ts";
import type { ReasonWords } from "../codes.ts";
import { counted } from "./counted.ts";

const kindNames: Readonly<Record<BcmaKind, string>> = {
  adc: "antibody–drug conjugate",
  bispecific: "bispecific",
  "car-t": "CAR-T",
};

export const ageOf = (years: number | string) => `${years} years`;
export const linesOf = (lines: number | string) => counted(Number(lines), "prior line");

const fields = { "patient-age": "age", "patient-prior-lines": "prior lines" } as const;

const afterBcma = (given: PriorBcma | null) =>
  `After earlier BCMA-directed therapy${given === "some" || !given?.length ? "" : ` (${listed(given)})`}`;

/** `CAR-T 12 of 107`. */
export function kindCount({ kind, directed, n, of }: KindCount): string {
  if (n === 0) return `no ${kindNames[kind]}`;
  return `${kindNames[kind]} ${n === null ? "some" : `${n} of ${of}`}${directed ? "" : notStated}`;
}

const notStated = " (whether directed at BCMA is not stated)";
const afterKind = { ...kindNames, adc: "an antibody–drug conjugate", bispecific: "a bispecific" };

/** `No trial here is of patients after CAR-T alone; 12 such of 107 in ONE, 9 responded`. */
export function notSelected(kind: BcmaKind, elsewhere: readonly KindElsewhere[]): string {
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

const holding: Readonly<Record<HoldingReason, (patient: Patient) => string>> = {
  "as-asked": () =>
    "The question is as asked: it changes with the prior lines and with earlier BCMA-directed therapy.",
  "after-bcma": ({ priorBcma }) =>
    `${afterBcma(priorBcma)}: trials that recruited after such therapy of some kind, of any target.`,
  "without-bcma": () =>
    "No earlier BCMA-directed therapy: trials that did not ask for it; some enrolled a few patients after it.",
  "one-or-two-lines": () => "1 or 2 prior lines: trials of the earlier setting, 1 to 4 lines.",
  "three-or-four-lines": () =>
    "3 or 4 prior lines are in both settings: 3 or more lines, and the earlier one, 1 to 4.",
  "five-lines": () => "5 or more prior lines: trials after 3 or more lines.",
  "after-bcma-early": ({ priorBcma }) =>
    `${afterBcma(priorBcma)} and fewer than 3 prior lines: no question here holds such a patient, so there are no numbers.`,
  "no-lines": () =>
    "No prior line: no question here holds such a patient, so there are no numbers.",
};

const offers: Readonly<Record<HoldingName, string>> = {
  "after-bcma": "After BCMA-directed therapy",
  early: "Earlier setting, 1 to 4 lines",
  late: "3 or more prior lines",
};

export const patientCodes = { holding, offers, fits };

function listed(kinds: readonly BcmaKind[]): string {
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

function bcmaOf(given: PriorBcma): string {
  if (given === "some") return "earlier BCMA-directed therapy";
  return given.length === 0
    ? "no earlier BCMA-directed therapy"
    : `earlier BCMA-directed ${listed(given)}`;
}
