/** The form for one patient, and what it leads to, in English. */
import type { PatientFit } from "#core/comparison/answer.ts";
import { longName } from "#core/evidence/classes.ts";
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import type { BcmaKind, OwnPatient, PatientNumber, Trait } from "#core/question/patient.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Noun } from "../told.ts";
import { counted } from "./counted.ts";
import { ageOf, linesOf, saidOf } from "./patient-codes.ts";

const whatIs: Readonly<Record<PatientNumber, string>> = {
  age: "The age in years",
  priorLines: "The number of prior lines",
};

const traits = {
  "cytogenetic-risk": "High-risk cytogenetics",
  "extramedullary-disease": "Extramedullary disease",
} satisfies Record<Trait, string>;

export const patient = {
  form: {
    /** Below the form, before anything is asked: the question that follows from what was said. */
    asked: (question: string) =>
      `Only this question goes to the server: ${question} Age and the rest stay on this device; no link or table knows of them.`,
    private: "What you type stays on this device; the server is asked a question about groups.",
    fields: {
      age: "Age in years",
      priorLines: "Prior lines",
    } satisfies Record<PatientNumber, string>,
    allowed: (_: PatientNumber, least: number, most: number) => `${least} to ${most}`,
    wrong: (field: PatientNumber, least: number, most: number) =>
      `${whatIs[field]} is a whole number from ${least} to ${most}. Nothing was changed.`,
    /** Offered if the numbers fit into the fields opposite direction. */
    otherWay: "Is it the other field?",
    useOtherWay: (age: string, lines: string) =>
      [age && ageOf(age), lines && linesOf(lines)].filter(Boolean).join(", "),
    bcma: "Earlier BCMA-directed therapy",
    bcmaKinds: {
      adc: "Antibody–drug conjugate",
      bispecific: "Bispecific",
      "car-t": "CAR-T",
      some: "Kind not known",
      none: "None",
    } satisfies Record<BcmaKind | "some" | "none", string>,
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
      medians: Readonly<Record<TherapyClass, readonly number[]>>,
    ) =>
      `No ${classes.map((group) => longName[group]).join(" and no ")} study has such a median: they are ${classes.map((group) => span(medians[group])).join(" and ")}. Nothing was changed.`,
    use: (field: PatientNumber, value: number) =>
      `My patient: ${field === "age" ? ageOf(value) : linesOf(value)}`,
    allTheSame: "Filter by medians all the same",
  },
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
  /** For a patient of the record system around our page. */
  handOver: {
    from: (host: string) =>
      `Handed over by the record at ${host}. Check it against the record. It stays in this frame; the server is asked a question about groups.`,
    copy: "Copy into the record",
    sent: "Given to the record, without anything about the patient.",
  },
  change: "Change",
  clear: "Show all patients",
  waiting: "The numbers here do not take your patient into account yet.",
  /** Above which of its trials enrolled such patients. */
  trials: (fit: PatientFit, noun: Noun) => `Who was in its ${trialsOf(fit, noun)}`,
  /** Each property by itself: a trial that does not state the age may still be of such patients. */
  counts: (fit: PatientFit, noun: Noun) => {
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
    by: {
      age: "By age",
      "prior-lines": "By prior lines",
      "prior-bcma": "By earlier BCMA-directed therapy of any kind",
      "cytogenetic-risk": "By cytogenetic risk",
      "extramedullary-disease": "By extramedullary disease",
      refractoriness: "By refractoriness",
      "extramedullary-burden": "By extramedullary tumour burden",
      "disease-compartment": "In the marrow and outside it",
      ferritin: "By ferritin",
      "renal-function": "By renal function",
      iss: "By stage (ISS or R-ISS)",
      frailty: "By frailty",
      race: "By race and ethnicity",
    } satisfies Record<SubgroupVariable, string>,
    /** Above the properties of which nothing was said. */
    others: "By other properties of patients",
    /** How a study came to its patients. */
    evidence: {
      trial: "trial",
      "real-world": "real-world",
      unknown: "design not stated",
    } satisfies Record<NonNullable<SubgroupTable["study"]["evidence"]> | "unknown", string>,
    none: "none in our sources",
    /** Before the levels of a study that are not those of such patients. */
    otherLevels: "Others:",
    counted: (events: number, n: number) => `${events} of ${n}`,
    percent: (value: number) => `${value} %`,
    median: (months: number) => `median ${months} months`,
    /** As printed; an end that was not reached is `null`. */
    interval: (low: number | null, high: number | null) =>
      `interval ${low ?? "not reached"} to ${high ?? "not reached"}`,
    patients: (n: number) => counted(n, "patient"),
    nNotPrinted: "n not printed",
    effect: (
      measure: string,
      value: number,
      interval: readonly [number, number] | null,
      of: string,
      against: string,
    ) =>
      `${measure.replace("-", " ")} ${value}${interval ? ` (${interval[0]} to ${interval[1]})` : ""}, ${of} against ${against}`,
    notPrinted: "no number printed",
    sourceAt: (text: string) => `Source: ${text}`,
  },
};

function trialsOf({ fits, excludes, notStated }: PatientFit, noun: Noun): string {
  return counted(fits.length + excludes.length + notStated.length, noun);
}

function span(medians: readonly number[]): string {
  const [least, most] = [medians[0], medians.at(-1)];
  if (least === undefined || most === undefined) return "not reported";
  return least === most ? `${least}` : `${least} to ${most}`;
}
