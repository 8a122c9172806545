/** The form for one patient, and what it leads to, in English. */
import type { Bound, FitCounts, PatientFit } from "#core/evidence/eligibility.ts";
import type { BesideReason, PatientProperty } from "#core/others/subgroups-of-patient.ts";
import type {
  EarlierKind,
  OwnPatient,
  Patient,
  PatientNumber,
  Trait,
} from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { StudyWord } from "../arguments.ts";
import { sayReason } from "../codes.ts";
import { capitalised } from "../sentences.ts";
import { classAdjective } from "./class-names.ts";
import { counted } from "./counts.ts";
import { ageOf, earlierOf, linesOf, onlyHad, patientCodes } from "./patient-codes.ts";

const fields = {
  age: "Age in years",
  priorLines: "Prior lines",
} satisfies Record<PatientNumber, string>;

/** "patients with extramedullary disease" */
const had = {
  "extramedullary-disease": "with extramedullary disease",
  "cytogenetic-risk": "with high-risk cytogenetics",
  "renal-function": "with creatinine clearance below 45",
  refractoriness: "refractory to three classes",
  frailty: "with frailty",
} satisfies Record<Trait, string>;

/** After the fit, where they are not known. */
const traitNames = {
  "extramedullary-disease": "extramedullary disease",
  "cytogenetic-risk": "high-risk cytogenetics",
  "renal-function": "creatinine clearance below 45",
  refractoriness: "refractory to three classes",
  frailty: "frailty",
} satisfies Record<Trait, string>;

const stays = "Age and the rest stay on this device.";
const none = "No trials of such patients.";

export const patient = {
  form: {
    /** Below the form, before anything is asked: the question that follows from what was said. */
    asked: (question: string) => `Only this question goes to the server: ${question}. ${stays}`,
    private: "What you enter stays on this device; the server is asked about groups.",
    fields,
    allowed: (least: number, most: number) => `${least} to ${most}`,
    wrong: (least: number, most: number) =>
      `${fields.age}: a whole number from ${least} to ${most}. Nothing was changed.`,
    /** On the buttons of prior lines. @param isMost so many, or more */
    lines: (lines: number, isMost: boolean) => `${lines}${isMost ? "+" : ""}`,
    bcma: "Had before",
    earlierKinds: {
      "car-t": "CAR-T",
      bispecific: "BCMA bispecific",
      adc: "Antibody–drug conjugate",
      gprc5d: "GPRC5D",
      some: "BCMA, kind unknown",
      none: "None",
    } satisfies Record<EarlierKind | "some" | "none", string>,
    also: "Also",
    traits: {
      "extramedullary-disease": "Extramedullary disease",
      "cytogenetic-risk": "High-risk cytogenetics",
      "renal-function": "Kidney: clearance below 45",
      refractoriness: "Triple-class refractory",
      frailty: "Frail",
    } satisfies Record<Trait, string>,
    empty: "Leave empty if unknown.",
    apply: "Find trials of such patients",
    nothing: "Say at least one thing of the patient.",
  },
  /** For what is typed into a filter by medians, and would leave a class without a cohort. */
  medians: {
    noCohort: (
      classes: readonly TherapyClass[],
      medians: Readonly<Partial<Record<TherapyClass, readonly number[]>>>,
    ) =>
      `No ${classes.map((group) => classAdjective[group]).join(" and no ")} study has such a median: they are ${classes.map((group) => span(medians[group])).join(" and ")}. Nothing was changed.`,
    use: (field: PatientNumber, value: number) =>
      `My patient: ${field === "age" ? ageOf(value) : linesOf(value)}`,
    allTheSame: "Filter by medians all the same",
  },
  /** In short, above the question. */
  chip: (own: Patient) => `Patient: ${numbersOf(own)}`,
  /** What else was said. */
  about: ({ traits, ...own }: OwnPatient) =>
    [earlierOf(own), ...traits.map((trait) => had[trait])].filter(Boolean).join(", "),
  clear: "Show all patients",
  waiting: "The numbers here do not take your patient into account yet.",
  /** The first line: what was judged of the patient, by what trials of the table report. Its numbers add up. */
  fit: (found: Judged, traits: readonly Trait[], noun: StudyWord) => {
    if (found.ranges.counts.all === 0) return none;
    return [
      !isJudged(found) && "Age, lines and earlier therapy not said.",
      rangesFit(found, noun),
      earlierFit(found, noun),
      notKnown(found, traits),
    ]
      .filter(Boolean)
      .join(" ");
  },
  /** Below it. */
  asked: (question: string) => `Only this question went to the server: ${question}. ${stays}`,
  /** From the patient's question to its filters. */
  filters: "Change the question",
  trials: "What each of these trials reports",
  offers: "Show instead:",
  /** Before the verdict, and where there is none above the numbers. */
  all: "All patients of these trials",
  limits: "No number is an estimate for one patient.",
  reported: {
    /** Above what was reported of such patients, by what was said of the patient. */
    title: (property: PatientProperty) => `Reported of ${groupOf(property)}`,
    such: "such patients",
    others: "others",
    n: "n",
    /** Of a class. */
    none: ({ name, value }: PatientProperty) =>
      name === "age" ? `no group near ${value} reported` : "none reported",
    /** Of a class whose groups have other outcomes than that of the table. */
    otherOutcomes: "reported of other outcomes only",
    onlyOlder: "Only older groups are reported; read all patients.",
    /** Above levels that may hold the patient, and that are not counted as such patients. */
    beside: "Beside them, not counted as such patients",
    all: "all of them",
    /** Of a class that has no others. */
    onlyBeside: "only those beside",
    /** Below the name of a study: the level, its earlier therapy, and why it stands beside. */
    level: (level: string, earlier: string, because: BesideReason | null) =>
      [
        level,
        because?.code !== "other-earlier-therapy" && earlier,
        because && sayReason(because, patientCodes.beside),
      ]
        .filter(Boolean)
        .join(", "),
    note: "Each by itself: never pooled, and none set against another.",
    /** Below the first outcome. */
    more: "More of these studies",
    /** Above what is not of such patients. */
    otherGroups: "Other groups of patients",
    sourceAt: (text: string) => `Source: ${text}`,
  },
};

type Judged = Pick<PatientFit, keyof Patient | "ranges" | "earlier" | "ofKinds">;

/** Whether anything was said that trials report. */
export const isJudged = ({ age, priorLines, priorBcma }: Patient) =>
  [age, priorLines, priorBcma].some((value) => value !== null);

/** Whether at least one trial reports enough to tell that the patient lies within or outside. */
const isTold = ({ within, outside }: FitCounts) => within + outside > 0;

/** "82 years lies within the ages of 2 of 6 trials that report them; in no CAR-T trial (oldest 78)." */
function rangesFit({ ranges, ...patient }: Judged, noun: StudyWord): string {
  const { judged, counts, missing, without, bound } = ranges;
  const { within, "not-reported": open } = counts;
  if (!isTold(counts)) return "";
  const isOne = judged.length === 1 && (judged[0] === "age" || patient.priorLines === 1);
  const lies = `${judged.map((name) => sayNumber(name, patient)).join(" and ")} ${isOne ? "lies" : "lie"} ${within > 0 ? "within" : "outside"}`;
  const { some, verb } = toldBy(counts, noun);
  const what =
    judged.length > 1
      ? `what ${some} ${verb}`
      : `the ${judged[0] === "age" ? "ages" : "lines"} of ${some} that ${verb} them`;
  return `${[
    `${lies} ${what}${boundIn(bound)}`,
    ...without.map((one) => `in no ${classAdjective[one.group]} ${noun}${boundIn(one.bound)}`),
    open > 0 &&
      `${open} ${open === 1 ? "reports" : "report"} ${missing.map((name) => (name === "age" ? "no ages" : "no lines")).join(" or ")}`,
  ]
    .filter(Boolean)
    .join("; ")}.`;
}

/** "2 of 6 trials", "the only trial", and of none that hold the patient "all 6 trials". */
function toldBy({ within, outside, all }: FitCounts, noun: StudyWord) {
  const told = within + outside;
  const verb = told === 1 ? "reports" : "report";
  if (told === 1) return { some: all === 1 ? `the only ${noun}` : `1 ${noun}`, verb };
  return { some: `${within > 0 ? `${within} of` : "all"} ${counted(told, noun)}`, verb };
}

function boundIn(bound: Bound | null): string {
  if (bound === null) return "";
  const { of, end, value } = bound;
  if (of === "age") return ` (${end === "most" ? "oldest" : "youngest"} ${value})`;
  return ` (at ${end} ${counted(value, "line")})`;
}

/** "After CAR-T: such patients in 1 of 2 trials that report it; only 20 of 63 patients had CAR-T before." */
function earlierFit({ earlier, ofKinds, ...patient }: Judged, noun: StudyWord): string {
  if (earlier === null || !isTold(earlier)) return "";
  const { within, "not-reported": open } = earlier;
  const { some, verb } = toldBy(earlier, noun);
  return `${[
    `${capitalised(earlierOf(patient, "and"))}: ${patientsOf(patient, within)} in ${some} that ${verb} it`,
    open > 0 && `${open} ${open === 1 ? "does" : "do"} not`,
    onlyHad(ofKinds),
  ]
    .filter(Boolean)
    .join("; ")}.`;
}

/** That patients had each of two kinds does not tell whether one had both; that nobody had one of them does. */
function patientsOf({ priorBcma }: Pick<Patient, "priorBcma">, within: number): string {
  const isOfSeveral = typeof priorBcma === "object" && priorBcma !== null && priorBcma.length > 1;
  if (!isOfSeveral) return within > 0 ? "such patients" : "no such patients";
  return within > 0 ? "patients after each" : "no patients after both";
}

/** What was said, and what no trial was judged by: "Extramedullary disease: not known." */
function notKnown({ ranges, earlier, ...patient }: Judged, traits: readonly Trait[]): string {
  const unknown = [...(isTold(ranges.counts) ? [] : ranges.judged), ...ranges.unjudged].map(
    (name) => sayNumber(name, patient),
  );
  const all = [
    ...unknown,
    ...(earlier === null || isTold(earlier) ? [] : [earlierOf(patient)]),
    ...traits.map((trait) => traitNames[trait]),
  ];
  return all.length > 0 ? `${capitalised(all.join(", "))}: not known.` : "";
}

function sayNumber(name: PatientNumber, { age, priorLines }: Pick<Patient, PatientNumber>): string {
  if (name === "age") return age === null ? "" : ageOf(age);
  return priorLines === null ? "" : linesOf(priorLines);
}

/** "82 years, 5+ lines" */
function numbersOf({ age, priorLines }: Patient): string {
  const lines = priorLines === null ? "lines not said" : linesOf(priorLines);
  return age === null ? lines : `${ageOf(age)}, ${lines}`;
}

function span(medians: readonly number[] = []): string {
  const [least, most] = [medians[0], medians.at(-1)];
  if (least === undefined || most === undefined) return "not reported";
  return least === most ? `${least}` : `${least} to ${most}`;
}

function groupOf({ name, value }: PatientProperty): string {
  if (name === "age") return `groups near ${ageOf(value)}`;
  if (name === "prior-lines") return `patients after ${linesOf(value)}`;
  if (name === "prior-bcma") return `patients ${earlierOf({ priorBcma: value })}`;
  return `patients ${had[name]}`;
}
