/** The words of a cohort record in English. */

import type { ChoiceName } from "#core/choices/choices.ts";
import type { SourceEntry } from "#data/schema/cohort.ts";
import type { Cohort, Figure, Landmark } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { screen } from "./screen.ts";
import { sheets } from "./sheets.ts";

/** Shown if the record has no value, instead of a blank or a zero. */
const unknown = "not in our sources";

/** The name of a value, as in the filters. */
function named(parameter: ChoiceName, value: string): string {
  return sheets.parameters[parameter].values?.[value] ?? value;
}

const classWords: Readonly<Record<TherapyClass, string>> = {
  "car-t": "CAR-T cells",
  bsab: "bispecific antibody",
};

const settingWords: Readonly<Record<Cohort["setting"], string>> = {
  late: "late: 3 or more prior lines, or triple-class exposed",
  early: "early: 1 to 4 prior lines",
  mixed: "patients of the late and of the early setting",
};

const designWords: Readonly<Record<Cohort["design"], string>> = {
  "single-arm": "one arm, nobody randomised",
  "dose-escalation": "dose escalation",
  "randomised-arm": "one arm of a randomised trial",
  retrospective: "looked back at records",
};

const dosingWords: Readonly<Record<Cohort["doses"], string>> = {
  recommended: "the dose that was taken forward",
  escalation: "several doses",
  other: "a dose that was not taken forward",
};

const evidenceWords: Readonly<Record<Cohort["evidence"], string>> = {
  trial: "clinical trial",
  "real-world": "real-world cohort",
};

const regimenWords: Readonly<Record<Cohort["regimen"], string>> = {
  monotherapy: "given alone",
  combination: "in combination",
};

/** `null` for cohorts of which this is not known. */
const priorBcmaWords: Readonly<Record<Cohort["priorBcma"], string | null>> = {
  required: "patients were recruited after it",
  some: "some patients had it",
  none: "no patient had it",
  unknown: null,
};

const overlapWords: Readonly<Record<Cohort["overlaps"][number]["kind"], string>> = {
  contained: "all patients of the one are among those of the other",
  partial: "some patients are in both",
  possible: "some patients may be in both",
};

const originWords: Readonly<Record<NonNullable<Figure["timeOrigin"]>, string>> = {
  infusion: "from the infusion",
  "first-dose": "from the first dose",
  randomisation: "from randomisation",
  leukapheresis: "from leukapheresis",
};

/** `null` if the scale is not known. */
const gradingWords: Readonly<Record<Figure["grading"], string | null>> = {
  astct: "graded by ASTCT",
  lee: "graded by Lee",
  cartox: "graded by CARTOX",
  ctcae: "graded by CTCAE",
  unknown: null,
};

const kindWords: Readonly<Record<SourceEntry["kind"], string>> = {
  abstract: "the abstract",
  "full-text": "the full text",
  congress: "a congress contribution",
  label: "a label",
  news: "news",
  press: "a company’s release or page",
  registry: "results in a trial registry",
  review: "a review",
};

const familyWords: Readonly<Record<Landmark["family"], { at: string; median: string }>> = {
  pfs: { at: "Progression-free", median: "Progression-free survival" },
  os: { at: "Alive", median: "Overall survival" },
  dor: { at: "Still in response", median: "Duration of response" },
};

function landmarkName({ family, month }: Pick<Landmark, "family" | "month">): string {
  return `${familyWords[family].at} at ${month} months`;
}

function medianName(family: Landmark["family"]): string {
  return familyWords[family].median;
}

/** Keeps all printed digits. A locale's number format would cut or group them. */
function percent(value: number): string {
  return `${value} %`;
}

/**
 * A proportion, shown as the percentage that was printed. Rounding to twelve digits removes only
 * the floating-point error of the multiplication.
 */
function proportion(value: number): string {
  return String(Number((value * 100).toPrecision(12)));
}

function months(value: number): string {
  return `${value} months`;
}

const monthOfYear = new Intl.DateTimeFormat("en-GB", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `2023`, `Feb 2023` or `11 Feb 2023`: only the known parts. */
function dateWords(isoDate: string): string {
  if (isoDate.length === "2023".length) return isoDate;
  return isoDate.length === "2023-02".length
    ? monthOfYear.format(new Date(isoDate))
    : screen.date(isoDate);
}

export const record = {
  unknown,
  named,
  classWords,
  settingWords,
  designWords,
  dosingWords,
  evidenceWords,
  regimenWords,
  priorBcmaWords,
  overlapWords,
  originWords,
  gradingWords,
  kindWords,
  landmarkName,
  medianName,
  percent,
  proportion,
  months,
  dateWords,
};
