/**
 * Lists every field of a question, with one entry each: the parameters, and what only a named set decides. All other
 * code that knows them derives from this table. The texts about them are in `presentation/words/parameter-words.ts`.
 *
 * The table has only literals: the first view needs only the names, so the bundler can leave out the rest.
 */

import type { ComputeCohort, ComputeSet } from "#data/compute-set.ts";
import { findFamilyOfSurvivalOutcome } from "#data/survival.ts";
import { targets, therapyClasses } from "#data/vocabulary.ts";
import { dimensionNames, thresholdExamples } from "./dimensions.ts";

/** Lists all names in canonical order, in which URLs, attributes of the element and permalinks have them. */
export const parameterNames = [
  "set",
  "outcome",
  "compare",
  "lines",
  "prior-lines",
  "age",
  "product",
  "availability",
  "labelled",
  "therapy-class",
  "evidence",
  "regimen",
  "target",
  "prior-bcma",
  "doses",
  "high-risk",
  "emd",
  "exclude",
  "denominator",
  "definition",
  "cut",
  "sources",
  "model",
  "interval",
  "view",
  "lanes",
] as const;

export type ParameterName = (typeof parameterNames)[number];

/** Names the fields that only a named set decides; no address, attribute or sheet has them. */
type SetFieldName = "setting" | "year" | "overlap";

/** Removes a limit that a named set has for a range or a number. */
export const unrestricted = "any";

/** Names the dimension that is compared unless the question names something else. */
export const usualDimension = "therapy-class";

const percents = ["0-20", "40-", "-30", unrestricted] as const;

export const parameters = {
  /** The value is `current`, or the id of a published meta-analysis whose cohorts, rules and model are used. */
  set: {
    form: "choice",
    words: ({ sets }) => ["current", ...sets.map(({ id }) => id)],
    initial: "current",
    filter: "predicate",
    section: "ready",
    taps: "by-question",
  },
  /** The words are ids or groups of outcomes, or kinds of survival; an empty list means the summary set. */
  outcome: {
    form: "list",
    words: ({ outcomes }) => [
      "summary",
      ...new Set(outcomes.map(({ group }) => group)),
      ...new Set(outcomes.flatMap((outcome) => findFamilyOfSurvivalOutcome(outcome) ?? [])),
      ...outcomes.map(({ id }) => id),
    ],
  },
  /** Lists the groups that are compared: a name from `dimensions.ts`, with a colon and a number if needed. */
  compare: {
    form: "dimension",
    words: () => [
      usualDimension,
      ...dimensionNames,
      ...Object.entries(thresholdExamples).map(([name, example]) => `${name}:${example}`),
    ],
    initial: usualDimension,
  },
  /** The value is the number of prior lines of a patient before the treatment; `3+` means three or more. */
  lines: {
    form: "choice",
    words: ["1", "2", "3+", "any"],
    initial: "3+",
    filter: "predicate",
    widest: "any",
    section: "own-sheet",
  },
  /** Filters trials by their median. The number of an individual patient is `patient-prior-lines`. */
  "prior-lines": {
    form: "range",
    words: ["3-5", "4-", "-3", unrestricted],
    filter: { number: "medianPriorLines" },
    section: "own-sheet",
    taps: ["-4", "4-6", "6-"],
  },
  age: {
    form: "range",
    words: ["60-70", "65-", "-70", unrestricted],
    filter: { number: "medianAge" },
    section: "own-sheet",
    taps: ["-60", "60-65", "65-"],
  },
  /** Each value of `product` is a slug; an empty list means all products. */
  product: {
    form: "list",
    words: ({ products }) => products.map(({ slug }) => slug),
    filter: "predicate",
    section: "own-sheet",
    taps: "by-question",
  },
  /** The words are regions; a product is selected if it is sold in at least one of them. */
  availability: {
    form: "list",
    words: ["us", "eu", "ch", "cn", "jp", "any"],
    alone: ["any"],
    initial: ["us", "eu"],
    filter: "predicate",
    widest: ["any"],
    section: "own-sheet",
    taps: ["us,eu", "us", "eu", "ch", "cn", "jp", "any"],
  },
  /** `line` selects what is labelled in these regions after so many lines, `any` what has any approval there. */
  labelled: {
    form: "choice",
    words: ["line", "any"],
    // The default follows from the lines, see `following.ts`.
    initial: "line",
    filter: "predicate",
    widest: "any",
    section: "treatment",
  },
  "therapy-class": {
    form: "choice",
    words: ["both", "car-t", "bsab"],
    initial: "both",
    filter: "predicate",
    section: "treatment",
  },
  evidence: {
    form: "choice",
    words: ["trial", "real-world", "all"],
    initial: "trial",
    filter: "predicate",
    widest: "all",
    section: "studies",
    place: -1,
  },
  regimen: {
    form: "choice",
    words: ["monotherapy", "combination", "any"],
    // The default follows from the lines, see `following.ts`.
    initial: "monotherapy",
    filter: "predicate",
    widest: "any",
    section: "treatment",
    place: 1,
  },
  /** Each value of `target` is an antigen; `any` alone means no restriction. */
  target: {
    form: "list",
    words: () => [...targets, "any"],
    alone: ["any"],
    // The default follows from the earlier therapy, see `following.ts`.
    initial: ["bcma"],
    filter: "predicate",
    widest: ["any"],
    section: "treatment",
  },
  /**
   * `selected` asks for trials that recruited patients after therapy directed at BCMA or GPRC5D. The name of a kind
   * asks for trials that printed patients after therapy of that kind.
   */
  "prior-bcma": {
    form: "list",
    words: ["not-selected", "selected", "any", "adc", "bispecific", "car-t", "gprc5d"],
    alone: ["not-selected", "selected", "any"],
    initial: ["not-selected"],
    filter: "predicate",
    widest: ["any"],
    section: "patients",
  },
  /** `given` leaves out only cohorts that received nothing but a dose that was not taken forward. */
  doses: {
    form: "choice",
    words: ["given", "recommended", "any"],
    initial: "given",
    filter: "predicate",
    widest: "any",
    section: "studies",
    place: 1,
  },
  setting: {
    form: "choice",
    words: ["late", "early", "any"],
    initial: "any",
    filter: "predicate",
    only: "sets",
  },
  year: {
    form: "range",
    words: ["2020-2024", "2022-", "-2021", unrestricted],
    filter: { number: "year" },
    only: "sets",
  },
  /** `high-risk` and `emd` are percentages of the patients of a cohort. */
  "high-risk": {
    form: "range",
    words: percents,
    filter: { number: "highRiskCytogeneticsPercent" },
    section: "patients",
    taps: ["-20", "20-40", "40-"],
  },
  emd: {
    form: "range",
    words: percents,
    filter: { number: "extramedullaryPercent" },
    section: "patients",
    taps: ["-20", "20-40", "40-"],
  },
  exclude: {
    form: "list",
    words: ({ cohorts }) => cohorts.map(({ id }) => id),
    filter: "predicate",
    section: "exclude",
    taps: "by-question",
  },
  /**
   * The value names the patients who are counted; `collected` counts responses to CAR-T over all with cells
   * collected, if that number is known.
   */
  denominator: {
    form: "choice",
    words: ["treated", "enrolled", "collected"],
    initial: "treated",
    section: "counted",
  },
  /** `broad` accepts figures for neurotoxicity in place of ICANS. */
  definition: {
    form: "choice",
    words: ["strict", "broad"],
    initial: "strict",
    section: "counted",
  },
  /** The value is `primary`, `latest`, `primary-only`, or a cut that only one named set uses. */
  cut: {
    form: "choice",
    words: ({ sets }) => [
      "primary",
      "latest",
      "primary-only",
      ...new Set(sets.flatMap(({ pins }) => pins.cut ?? [])),
    ],
    initial: "primary",
    section: "counted",
  },
  /** `papers` counts figures of papers, regulators and labels only, `any` also those of unreviewed sources. */
  sources: {
    form: "choice",
    words: ["reviewed", "papers", "any"],
    initial: "reviewed",
    section: "studies",
    place: 1,
  },
  overlap: { form: "choice", words: ["drop", "keep"], initial: "drop", only: "sets" },
  model: {
    form: "choice",
    words: ["bayes", "glmm", "reml", "dl"],
    initial: "bayes",
    section: "counted",
  },
  /**
   * The value is the interval of frequentist models, see `parameter-values.ts`. It has no section, because
   * statisticians ask for it in an address.
   */
  interval: {
    form: "choice",
    words: ["t", "wald", "hartung-knapp"],
    initial: "t",
  },
  /** `course` shows what happens in order of time. No number depends on the view, and no answer states it. */
  view: { form: "choice", words: ["outcomes", "course"], initial: "outcomes" },
  /** Names the lanes of the course, a class or a drug each; no answer states them either. */
  lanes: {
    form: "list",
    words: ({ products }) => [...therapyClasses, ...products.map(({ slug }) => slug)],
    most: 2,
    initial: therapyClasses,
    section: "own-sheet",
    taps: "by-question",
  },
} as const satisfies Readonly<Record<ParameterName, Parameter> & Record<SetFieldName, SetField>>;

export type Vocabulary = Pick<ComputeSet, "outcomes" | "products" | "cohorts" | "sets">;

type FieldOf<Cohort, Value> = {
  [Key in keyof Cohort]: Cohort[Key] extends Value ? Key : never;
}[keyof Cohort];

export interface Parameter {
  /** `form` tells whether the value is one word, words joined by commas, a range, or what to compare by. */
  readonly form: "choice" | "list" | "range" | "dimension";
  /** Lists examples of a range. It is a function if they depend on the evidence, because no schema lists these. */
  readonly words: readonly string[] | ((evidence: Vocabulary) => readonly string[]);
  /** `alone` lists the words that exclude every other word; the first is the value where no word is ticked. */
  readonly alone?: readonly string[];
  /** Limits the words of a list. */
  readonly most?: number;
  /** Holds the value if the parameter is absent. Without `initial` a range has no limit and a list no word. */
  readonly initial?: string | readonly string[];
  /** `filter` is a predicate of that name in `evidence/filters.ts`, or the number of a cohort that a range limits. */
  readonly filter?: "predicate" | { readonly number: FieldOf<ComputeCohort, number | null> };
  /** `widest` is the value that leaves no cohort out, if it differs from the initial value. */
  readonly widest?: string | readonly string[];
  /** Names the place where the parameter is offered: on its own sheet, or in a section of the sheet "More". */
  readonly section?: Section | "own-sheet";
  /** States the position within its section, if it differs from the order of `parameterNames`. */
  readonly place?: number;
  /**
   * `taps` are the values to offer instead of `words`, of a range or of a list that is offered as whole values;
   * `by-question` means that they depend on the question.
   */
  readonly taps?: readonly string[] | "by-question";
}

/** Describes a field that only a named set decides; an address with it is refused. */
interface SetField extends Omit<Parameter, "section" | "place" | "taps"> {
  readonly only: "sets";
}

/** Names the sections of the sheet with all filters that have no sheet of their own. */
export type Section = "ready" | "studies" | "patients" | "treatment" | "counted" | "exclude";
