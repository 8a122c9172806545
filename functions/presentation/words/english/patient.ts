/** The form for one patient, and what it leads to, in English. */
import type { PatientFit } from "#core/evidence/eligibility.ts";
import type {
  EarlierKind,
  EarlierKinds,
  OwnPatient,
  Patient,
  PatientNumber,
  Trait,
} from "#core/question/patient.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { StudyWord } from "../arguments.ts";
import { classAdjective } from "./class-names.ts";
import { counted } from "./counts.ts";
import { ageOf, earlierOf, linesOf, onlyHad } from "./patient-codes.ts";

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
  /** The first line: whether trials of the table enrolled such patients. Its numbers add up. */
  fit: (found: Counted, noun: StudyWord) => {
    const { counts, without, ofKinds } = found;
    const { fits, excludes, "not-stated": unknown, all } = counts;
    if (all === 0) return none;
    const trials = counted(all, noun);
    if (!isJudged(found)) {
      return `Age and lines not said: which of ${trials} enrolled such patients is not known.`;
    }
    const numbers = numbersOf(found);
    const not = without.map((group) => classAdjective[group]).join(" and ");
    const others = [
      excludes > 0 && `${excludes} did not`,
      unknown > 0 && `of ${unknown} it is not known`,
    ].filter(Boolean);
    const enrolled =
      all === 1
        ? fits + excludes === 0
          ? `whether the only ${noun} enrolled such patients is not known`
          : `the only ${noun} enrolled ${fits ? "" : "no "}such patients`
        : unknown === all
          ? `whether any of ${trials} enrolled such patients is not known`
          : `${fits || "none"} of ${trials} ${fits || unknown === 0 ? "enrolled" : "is known to have enrolled"} such patients${fits && not ? `, none of them ${not}` : ""}${others.length > 0 ? `; ${others.join(", ")}` : ""}`;
    const said = [enrolled, onlyHad(ofKinds)].filter(Boolean).join("; ");
    return `${numbers[0]?.toUpperCase()}${numbers.slice(1)}: ${said}.`;
  },
  /** What a fit does not tell, of a patient who has it. */
  unjudged: (traits: readonly Trait[]) =>
    `Whether these trials enrolled patients ${traits.map((trait) => had[trait]).join(" or ")} is not judged.`,
  /** Below it. */
  asked: (question: string) => `Only this question went to the server: ${question}. ${stays}`,
  /** From the patient's question to its filters. */
  filters: "Change the question",
  trials: "Which trials enrolled such patients",
  offers: "Show instead:",
  /** Before the verdict, and where there is none above the numbers. */
  all: "All patients of these trials",
  limits: "No number is an estimate for one patient.",
  reported: {
    title: (trait: Trait) => `What studies printed of patients ${had[trait]}`,
    after: (kinds: EarlierKinds) =>
      `What studies printed of patients ${earlierOf({ priorBcma: kinds })}`,
    kindNotPrinted: "After BCMA-directed therapy, kind not printed",
    ofAge: (age: number) => `What studies printed of age groups with ${age} years`,
    such: "such patients",
    others: "others",
    n: "n",
    note: "Every study that prints it, by itself: never pooled, and no study set against another.",
    /** Below the first outcome. */
    more: "More of these studies",
    /** Above what is not of such patients. */
    otherGroups: "Other groups of patients",
    none: "none in our sources",
    sourceAt: (text: string) => `Source: ${text}`,
  },
};

type Counted = Pick<PatientFit, keyof Patient | "counts" | "without" | "ofKinds">;

/** Where nothing was judged every trial would seem to fit. */
export const isJudged = ({ age, priorLines, priorBcma }: Patient) =>
  [age, priorLines, priorBcma].some((value) => value !== null);

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
