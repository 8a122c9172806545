/** The form for one patient, and what it leads to, in English. */
import type { PatientFit } from "#core/evidence/eligibility.ts";
import type {
  EarlierKind,
  OwnPatient,
  Patient,
  PatientNumber,
  Trait,
} from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { StudyWord } from "../arguments.ts";
import { classAdjective } from "./class-names.ts";
import { counted } from "./counts.ts";
import { ageOf, linesOf, saidOf } from "./patient-codes.ts";

const fields = {
  age: "Age in years",
  priorLines: "Prior lines",
} satisfies Record<PatientNumber, string>;

const traits = {
  "cytogenetic-risk": "High-risk cytogenetics",
  "extramedullary-disease": "Extramedullary disease",
} satisfies Record<Trait, string>;

export const patient = {
  form: {
    /** Below the form, before anything is asked: the question that follows from what was said. */
    asked: (question: string) =>
      `Only this question goes to the server: ${question} Age and the rest stay on this device.`,
    private: "What you type stays on this device; the server is asked about groups.",
    fields,
    allowed: (_: PatientNumber, least: number, most: number) => `${least} to ${most}`,
    wrong: (field: PatientNumber, least: number, most: number) =>
      `${fields[field]}: a whole number from ${least} to ${most}. Nothing was changed.`,
    /** Offered if the numbers fit into the fields opposite direction. */
    otherWay: "Is it the other field?",
    useOtherWay: (age: string, lines: string) =>
      [age && ageOf(age), lines && linesOf(lines)].filter(Boolean).join(", "),
    bcma: "Earlier BCMA- or GPRC5D-directed therapy",
    earlierKinds: {
      adc: "Antibody–drug conjugate",
      bispecific: "Bispecific",
      "car-t": "CAR-T",
      gprc5d: "GPRC5D-directed",
      some: "Kind not known",
      none: "None",
    } satisfies Record<EarlierKind | "some" | "none", string>,
    bcmaNote: "Tick all that were given; nothing ticked is not said.",
    traits,
    traitsNote: "These two choose which studies are shown, and no question.",
    yes: "Yes",
    no: "No",
    notSaid: "Not said",
    apply: "Show what is known",
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
  /** In short: the form has all that was said. */
  chip: ({ age, priorLines, priorBcma }: Patient) =>
    `Patient: ${
      [
        age && `${age} years`,
        priorLines !== null && counted(priorLines, "line"),
        priorBcma && `${priorBcma[0] ? "after" : "no"} earlier therapy`,
      ]
        .filter(Boolean)
        .join(", ") || "entered"
    }`,
  told: ({ traits: said, ...own }: OwnPatient) => {
    const highRisk = said["cytogenetic-risk"];
    const outside = said["extramedullary-disease"];
    const told = [
      ...saidOf(own),
      highRisk !== undefined && `${highRisk ? "" : "no "}high-risk cytogenetics`,
      outside !== undefined && `${outside ? "" : "no "}extramedullary disease`,
    ];
    return `My patient: ${told.filter((text) => text !== false).join(", ")}`;
  },
  change: "Change patient",
  clear: "Show all patients",
  waiting: "The numbers here do not take your patient into account yet.",
  /** Above which of its trials enrolled such patients. */
  trials: (fit: Counted, noun: StudyWord) => `Who was in its ${trialsOf(fit, noun)}`,
  /** Each property by itself: a trial that does not state the age may still be of such patients. */
  counts: (fit: Counted, noun: StudyWord) => {
    const told = fit.each.map(({ fits: own, excludes: others, notStated: unknown, ...one }) =>
      [
        ...saidOf(one),
        [own + others > 0 && `enrolled in ${own}`, unknown > 0 && `not stated in ${unknown}`]
          .filter(Boolean)
          .join(", "),
      ].join(" "),
    );
    return told.length > 0 ? `Of ${trialsOf(fit, noun)} counted here: ${told.join("; ")}.` : "";
  },
  fits: "enrolled such patients, by what is counted here",
  offers: "Ask instead:",
  limits: "No number is an estimate for one patient.",
  reported: {
    title: "What studies report for such patients",
    note: "Every study that prints it, by itself: never pooled, and no study set against another.",
    loading: "Loading",
    /** Above the properties of which nothing was said. */
    others: "By other properties of patients",
    none: "none in our sources",
    sourceAt: (text: string) => `Source: ${text}`,
    /** Before the levels of a study that are not those of such patients. */
    otherLevels: "Others:",
  },
};

/** The trials by whether they enrolled such patients; which they are does not matter here. */
interface Counted extends Pick<PatientFit, "each"> {
  readonly fits: readonly unknown[];
  readonly excludes: readonly unknown[];
  readonly notStated: readonly unknown[];
}

function trialsOf({ fits, excludes, notStated }: Counted, noun: StudyWord): string {
  return counted(fits.length + excludes.length + notStated.length, noun);
}

function span(medians: readonly number[] = []): string {
  const [least, most] = [medians[0], medians.at(-1)];
  if (least === undefined || most === undefined) return "not reported";
  return least === most ? `${least}` : `${least} to ${most}`;
}
