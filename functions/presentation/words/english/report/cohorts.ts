/** The cohorts of an outcome and their figures, and who was in the cohorts. */
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import type { StudyWord } from "../../arguments.ts";
import { counted } from "../counts.ts";
import { screen } from "../screen.ts";
import { cohortsOf, months } from "./counts.ts";

interface OfNoun {
  readonly group: TherapyClass;
  readonly noun: StudyWord;
}

interface Count {
  readonly events: number;
  readonly n: number;
}

const populations: Readonly<Record<Population, string>> = {
  randomised: "all randomised patients",
  leukapheresed: "all patients with cells collected",
  treated: "treated patients",
  "efficacy-evaluable": "patients evaluable for efficacy",
  safety: "the safety set",
  responders: "responders",
  "mrd-evaluable": "patients evaluable for MRD",
  subset: "some of the patients",
};

export const cohorts = {
  /** Unfolds the cohorts of an outcome. */
  heading: "In words, with every study and its source",
  /**
   * @param figures Several may be of one trial.
   * @param isApart Whether the trials do not stand for their class, and nothing is pooled.
   */
  pooled: (k: number, figures: number, of: OfNoun, landmark: boolean, isApart: boolean) => {
    const kind = landmark ? "95 % interval as reported or approximated" : "exact 95 % interval";
    const trials = cohortsOf(k, of.group, of.noun);
    const which = figures === k ? trials : `${figures} figures of ${trials}`;
    const use = isApart ? "with a figure" : k > 1 ? "pooled" : figures > 1 ? "added" : "counted";
    return `${which} ${use}, ${figures === 1 ? "" : "each "}with its own ${kind}`;
  },
  figure: (values: { events: number | null; n: number | null; rate: string; range: string }) => {
    const { events, n, rate, range } = values;
    const said = `${rate} of 100 (${range})`;
    if (events !== null && n !== null) return `${events} of ${n}, ${said}`;
    return `${said}, ${n === null ? "number of patients not given" : counted(n, "patient")}`;
  },
  weight: (percent: number) =>
    `weight ${percent > 0 && percent < 0.5 ? "< 1 %" : `${Math.round(percent)} %`}`,
  /** @param derived Whether the count is made of that of the infused. */
  over: (population: Population, derived: boolean) =>
    `over ${populations[population]}${derived ? ", derived from the infused" : ""}`,
  /** The patients that a figure is counted over. */
  populations,
  /** @param cut May be named after its follow-up: `27.7mo`. */
  followUp: (value: number | null, cut: string) =>
    value === null && !/^[\d.]+mo$/.test(cut)
      ? "follow-up not reported"
      : `follow-up ${value === null ? "of this cut " : ""}${months(value ?? Number.parseFloat(cut))}`,
  combination: "in combination",
  otherCut: (cut: string) => `not the primary data cut (${cut})`,
  notPooled: (count: number, { group, noun }: OfNoun) =>
    `${counted(count, `selected ${screen.classAdjective[group]} ${noun}`)} not pooled`,
  forReason: (count: number, noun: StudyWord, reason: string, labels: readonly string[]) =>
    `${counted(count, noun)}, ${reason}: ${labels.join("; ")}`,
};

/** All with cells collected beside the infused of the same trials. */
export const collected = {
  said: (
    values: {
      trials: number;
      /** Cohorts of the pool. */
      of: number;
      /** Whether all of these are trials. */
      areTrials: boolean;
      infused: string;
      collected: string;
      phrase: string;
      /** Whether counts are derived; `null`: all are printed. */
      derived: "all" | "some" | null;
      /** Where it is assumed that all who were enrolled had cells collected. */
      assumed: readonly string[];
    } & Count,
  ) => {
    const { trials, of, areTrials, infused, phrase, events, n, derived, assumed } = values;
    const known = derived ? "where it is known" : `that report${trials === 1 ? "s" : ""} it`;
    const mark = derived === null ? "" : derived === "all" ? ", derived" : ", in part derived";
    const doubt =
      assumed.length === 0
        ? ""
        : `; that all enrolled in ${assumed.join(" and ")} had cells collected is assumed`;
    return `In the ${trials} of ${counted(of, areTrials ? "trial" : "study")} ${known}, ${infused} of 100 infused and ${values.collected} of 100 collected ${phrase} (${events} of ${n}${mark}${doubt}).`;
  },
  /** @param infused what the count is derived from; `null` if it is printed. */
  cohort: ({ events, n }: Count, infused: Count | null, assumed: boolean) =>
    infused === null
      ? `${events} of ${n}, as reported`
      : `${events} of ${n}, derived: the ${infused.events} of ${infused.n} infused over the ${n} ${assumed ? "enrolled, assumed to be those " : ""}with cells collected`,
};

export const patients = {
  note: "Medians and percentages as the sources report them, of groups of patients and not of one. The first line of a class has the lowest and highest of its studies, and how many report it. A dash: not reported.",
  cohort: "Study",
  columns: {
    n: "Patients",
    age: "Age, median",
    lines: "Prior lines, median",
    transplant: "Earlier transplant, %",
    iss: "ISS stage III, %",
    highRisk: "High-risk cytogenetics, %",
    extramedullary: "Extra\u00ADmedullary, %",
    refractory: "Refractory to three classes, %",
    penta: "Penta-refractory, %",
    priorBcma: "Earlier BCMA therapy",
    followUp: "Follow-up, months",
  },
  unknown: "–",
  /** Of the Revised International Staging System, where the other is not printed. */
  revised: (percent: string) => `R-ISS ${percent}`,
  priorBcma: { required: "all", some: "some", none: "none", unknown: "–" },
  /** Of a class: the lowest and the highest value, and of how many cohorts it is known. */
  range: (low: string, high: string, known: number, of: number) =>
    `${low === high ? low : `${low}–${high}`}${known < of ? ` (${known} of ${of})` : ""}`,
  /** Unfolds them on a phone. */
  each: "The patients of each study",
  all: (name: string, count: number, noun: StudyWord) => `${name}, ${counted(count, noun)}`,
  /** "Berdeja 2021" */
  published: (author: string | null, year: number | null) =>
    [author, year].filter(Boolean).join(" "),
};

export const studies = {
  bias: "Risk of bias, as rated by others",
  without: "without this one",
  /** A cohort that was left out by hand. */
  leftOut: (cohort: string) => `Left out by hand: ${cohort}.`,
  putBack: "put it back",
  rating: (rating: { tool: string; result: string; ofAllStudies: boolean }) =>
    `${rating.tool}${rating.ofAllStudies ? ", of all studies of a review together" : ""}: ${rating.result}`,
  /** How many cohorts a clinician has reviewed as they are now, and whether the rules. */
  reviewed: (count: number, of: number, rules: boolean) =>
    `A clinician has reviewed ${count === 0 ? "none" : count} of ${of === 1 ? "1 study" : `these ${of} studies`}, ${rules ? "and the rules" : "and not the rules"}.`,
  review: (review: { role: string; date: string; isCurrent: boolean }) =>
    `reviewed by a ${review.role}, ${review.date}${review.isCurrent ? "" : "; changed since"}`,
};
