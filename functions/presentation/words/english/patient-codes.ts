/** Words for the question that holds a patient, and for what trials report of such patients. */
import type { KindCount, KindElsewhere } from "#core/answer/note-values.ts";
import type { PatientReason } from "#core/evidence/reasons.ts";
import type { BesideReason } from "#core/others/subgroups-of-patient.ts";
import type { HoldingName, HoldingReason } from "#core/question/for-patient.ts";
import type { EarlierKind, Patient } from "#core/question/patient.ts";
import type { ReasonWords } from "../codes.ts";
import { counted, joined } from "./counts.ts";

const kindNames: Readonly<Record<EarlierKind, string>> = {
  adc: "antibody–drug conjugate",
  bispecific: "bispecific",
  "car-t": "CAR-T",
  gprc5d: "GPRC5D-directed therapy",
};

export const ageOf = (years: number | string) => `${years} years`;
/** The last button of the form is five or more. */
export const linesOf = (lines: number) => (lines === 5 ? "5+ lines" : counted(lines, "line"));

const fields = { "patient-age": "ages", "patient-prior-lines": "prior lines" } as const;

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
    `${fields[parameter]} ${least} to ${most}`,
  "patient-range-not-stated": ({ parameter }) => `${fields[parameter]} not reported`,
  "patient-all-after-bcma": () => "recruited after BCMA-directed therapy",
  "patient-none-after-bcma": () => "no patient had BCMA-directed therapy before",
  "patient-kind-excluded": ({ kinds }) => `no patient had ${listed(kinds)} before`,
  "patient-bcma-not-stated": ({ kinds }) =>
    `earlier ${kinds.length === 0 ? "BCMA-directed therapy" : listed(kinds)} not reported`,
};

/** How many patients of a study had such therapy before. */
const afterBcma = {
  required: "all after BCMA therapy",
  some: "some after BCMA therapy",
  none: "none after BCMA therapy",
  unknown: "earlier therapy not reported",
} as const;

/** Why a level stands beside such patients. */
const beside: ReasonWords<BesideReason> = {
  "kind-not-reported": () => "kind not reported",
  "one-kind": ({ kind }) => `all ${afterKinds([kind])}`,
  "some-of-kind": ({ kinds }) =>
    `of whom ${joined(kinds.map(({ kind, n }) => `${n ?? "some"} had ${afterKind[kind]}`))}`,
  "from-fewer-lines": ({ lines }) => `from ${counted(lines, "line")} on`,
  "lines-not-reported": () => "lines not reported",
  "mixed-lines": ({ range: lines }) =>
    `${[lines?.min ?? "early", lines?.max ?? "late"].join(" to ")} lines`,
  "other-earlier-therapy": ({ priorBcma }) => afterBcma[priorBcma],
};

/** A question asks for trials after any of several kinds; a patient had each. */
type Joining = "or" | "and";

/** `after CAR-T or a bispecific` */
export function afterKinds(kinds: readonly EarlierKind[], joining: Joining = "or"): string {
  return `after ${kinds.map((kind) => afterKind[kind]).join(` ${joining} `)}`;
}

function earlierAsked({ priorBcma }: Pick<Patient, "priorBcma">, joining?: Joining): string {
  if (priorBcma === "some") return ", after BCMA-directed therapy";
  return priorBcma?.[0] ? `, ${afterKinds(priorBcma, joining)}` : "";
}

const after = (lines: string) => (patient: Patient) => `${lines}${earlierAsked(patient)}`;

/** The question that was asked, or why none is. */
const holding: Readonly<Record<HoldingReason, (patient: Patient) => string>> = {
  "as-asked": () => "that of all patients",
  "no-lines": () => "Every trial here is of patients treated before.",
  "one-line": after("1 line"),
  "two-lines": after("2 lines"),
  "three-or-more": after("3 or more lines"),
  "lines-unknown": after("3 or more lines (not said)"),
};

/** @param after earlier therapy was said, which these do not ask for */
const offers: Readonly<Record<HoldingName, (after: boolean) => string>> = {
  "after-therapy": () => "3 or more lines, after such therapy",
  "one-line": (isAfter) => `1 line${isAfter ? withoutIt : ""}`,
  "two-lines": (isAfter) => `2 lines${isAfter ? withoutIt : ""}`,
};

const withoutIt = ", not after such therapy";

export const patientCodes = { holding, offers, fits, beside, within: "within what it reports" };

/** "only 20 of 63 patients had CAR-T before": of each trial that is counted. */
export function onlyHad(counts: readonly KindCount[]): string {
  const [first] = counts;
  if (!first) return "";
  const numbers = counts.map(({ n, of }) => `${n} of ${of}`).join(" and ");
  return `only ${numbers} patients had ${afterKind[first.kind]} before`;
}

function listed(kinds: readonly EarlierKind[]): string {
  return kinds.map((kind) => kindNames[kind]).join(", ");
}

/** "after CAR-T", "no BCMA- or GPRC5D-directed therapy before" */
export function earlierOf({ priorBcma }: Pick<Patient, "priorBcma">, joining?: Joining): string {
  return priorBcma?.length === 0
    ? "no BCMA- or GPRC5D-directed therapy before"
    : earlierAsked({ priorBcma }, joining).slice(2);
}
