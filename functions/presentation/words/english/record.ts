import type { SourceEntry } from "#data/schema/cohort.ts";
import type { Cohort, Figure, Landmark } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { partialDateText } from "../dates.ts";
import { parameters } from "./parameters.ts";
import { properties } from "./properties.ts";

/** Shown if the record has no value, instead of a blank or a zero. */
const unknown = "not in our sources";

function named(property: keyof typeof properties | "target", value: string): string {
  const { values } = property === "target" ? parameters.target : properties[property];
  return values?.[value] ?? value;
}

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

/** As the percentage that was printed: twelve digits remove the error of the multiplication. */
function proportion(value: number): string {
  return String(Number((value * 100).toPrecision(12)));
}

function months(value: number | null): string {
  return value === null ? "not reached" : `${value} months`;
}

export const record = {
  unknown,
  named,
  classWords: {
    "car-t": "CAR-T cells",
    bsab: "bispecific antibody",
  } satisfies Readonly<Record<TherapyClass, string>>,
  settingWords: {
    late: "late: 3 or more prior lines, or triple-class exposed",
    early: "early: 1 to 4 prior lines",
    mixed: "patients of the late and of the early setting",
  } satisfies Readonly<Record<Cohort["setting"], string>>,
  designWords: {
    "single-arm": "one arm, nobody randomised",
    "dose-escalation": "dose escalation",
    "randomised-arm": "one arm of a randomised trial",
    retrospective: "looked back at records",
  } satisfies Readonly<Record<Cohort["design"], string>>,
  dosingWords: {
    recommended: "the dose that was taken forward",
    escalation: "several doses",
    other: "a dose that was not taken forward",
  } satisfies Readonly<Record<Cohort["doses"], string>>,
  evidenceWords: {
    trial: "clinical trial",
    "real-world": "real-world study",
  } satisfies Readonly<Record<Cohort["evidence"], string>>,
  regimenWords: {
    monotherapy: "given alone",
    combination: "in combination",
  } satisfies Readonly<Record<Cohort["regimen"], string>>,
  /** `null` for cohorts of which this is not known. */
  priorBcmaWords: {
    required: "patients were recruited after it",
    some: "some patients had it",
    none: "no patient had it",
    unknown: null,
  } satisfies Readonly<Record<Cohort["priorBcma"], string | null>>,
  overlapWords: {
    contained: "all patients of the one are among those of the other",
    partial: "some patients are in both",
    possible: "some patients may be in both",
  } satisfies Readonly<Record<Cohort["overlaps"][number]["kind"], string>>,
  originWords: {
    infusion: "from the infusion",
    "first-dose": "from the first dose",
    randomisation: "from randomisation",
    leukapheresis: "from leukapheresis",
  } satisfies Readonly<Record<NonNullable<Figure["timeOrigin"]>, string>>,
  /** `null` if the scale is not known. */
  gradingWords: {
    astct: "graded by ASTCT",
    lee: "graded by Lee",
    cartox: "graded by CARTOX",
    ctcae: "graded by CTCAE",
    unknown: null,
  } satisfies Readonly<Record<Figure["grading"], string | null>>,
  kindWords: {
    abstract: "the abstract",
    "full-text": "the full text",
    congress: "a congress contribution",
    label: "a label",
    news: "news",
    press: "a company’s release or page",
    registry: "results in a trial registry",
    review: "a review",
  } satisfies Readonly<Record<SourceEntry["kind"], string>>,
  otherCut: (cut: string) => `other cut, population or definition: ${cut}`,
  tables: {
    efficacy: { title: "Response", columns: ["Outcome", "Events", "As reported"] },
    toxicity: { title: "Toxicity", columns: ["Outcome", "Events", "As reported"] },
    survival: { title: "Deaths", columns: ["Outcome", "Events", "As reported"] },
    landmarks: { title: "Survival at a month", columns: ["At a month", "Percent", "Interval"] },
    medians: { title: "Medians", columns: ["Median", "Time", "Interval"] },
    counted: (events: number | null, n: number | null) => {
      if (events === null) return n === null ? unknown : `count ${unknown}, of ${n}`;
      return n === null ? `${events}, of a number ${unknown}` : `${events} of ${n}`;
    },
    /** An end that the source prints as `NE`, or as `NR` if it was not reached, is `null`. */
    interval: (low: string | number | null, high: string | number | null) =>
      `${low ?? "not estimable"} to ${high ?? "not estimable"}`,
    followUp: (followed: number | null) =>
      followed === null ? `follow-up ${unknown}` : `median follow-up ${months(followed)}`,
    derived: "count derived, not reported",
    derivedRange: ([least, most]: readonly [number, number]) =>
      `every count from ${least} to ${most} gives this percentage`,
    patients: (n: number) => `${n} patients`,
    atRisk: (n: number) => `${n} at risk at that month`,
    definition: "Definition: ",
    others: "Other cuts, populations and definitions",
    othersOf: (title: string) => `${title}: other cuts`,
    held: (why: string) => `Shown, not pooled: ${why}.`,
    noPlace: "place not recorded",
  } satisfies Readonly<Record<string, unknown>> & {
    [Table in "efficacy" | "toxicity" | "survival" | "landmarks" | "medians"]: {
      title: string;
      columns: [string, string, string];
    };
  },
  page: {
    description: (name: string) => `Every figure of ${name} with its source. Evidence, not advice.`,
    above: "Record of one group of patients of a trial or study",
    parts: {
      patients: "Patients",
      treatment: "Treatment",
      timing: "How soon, how long",
      study: "Study",
      discrepancies: "Known discrepancies",
      bias: "Risk of bias",
      shared: "Shared patients",
      missing: "Not found",
      record: "This record",
      more: "More",
      sources: "Sources",
    },
    noRegistration: `trial registration ${unknown}`,
    reviewed: (role: string, when: string) => `Reviewed by a ${role} on ${when}.`,
    changedSince: "Changed since.",
    noTime: "No such time in our sources.",
    notRated: "Rated by others: no rating found.",
    rated: "Rated by others:",
    ofAllStudies: ", said of all studies of the review together",
    stated: "As its sources state:",
    statedNames: {
      consecutive: "Consecutive patients",
      independent: "Independent review of response or progression",
      lossBelow5: "Less than 5 % lost to follow-up",
    },
    noOverlap: "None that our sources name.",
    nothingMissing: "Nothing is listed.",
    missing: (names: readonly string[]) => `Looked for and not found: ${names.join(" · ")}.`,
    reviewedIn: (when: string, version: string) =>
      `Reviewed on ${when} in data version ${version}:`,
    origin: (version: string, date: string) => `Data version ${version}; approvals as of ${date}.`,
    unlisted: "No DOI or PubMed record in our data. ",
    read: (kind: string) => `Read: ${kind}`,
  },
  landmarkName,
  medianName,
  percent,
  proportion,
  months,
  dateWords: partialDateText,
};
