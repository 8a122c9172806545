/** Words for the question, the methods and the cohorts left out. */
import type { Exclusion } from "#core/evidence/reasons.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { StudyWord } from "../../arguments.ts";
import { sayReason } from "../../codes.ts";
import { rangeText } from "../../range-text.ts";
import { counted, plural } from "../counts.ts";
import { exclusions, fieldNames } from "../exclusions.ts";
import { screen } from "../screen.ts";
import { cohortsOfBoth } from "./counts.ts";

type Counts = Readonly<Record<TherapyClass, number>>;

const intervals: Readonly<Record<Query["interval"], string>> = {
  t: "use the t distribution, of a rate with k − 1 degrees of freedom",
  wald: "are Wald intervals",
  "hartung-knapp": "are Hartung–Knapp intervals",
};

/** For models with two steps. */
const ofLogits = (spread: string) => [`Logits of the rates are pooled, ${spread}.`];

const models: Readonly<Record<Query["model"], readonly string[]>> = {
  bayes: [
    "Each class is pooled by itself with a Bayesian binomial–normal random-effects model; the number shown is the posterior median for a typical study, with its 95 % credible interval. Products are ignored: the interval holds for the products pooled, and is too narrow for others.",
  ],
  glmm: ["Each class is pooled with a binomial–normal random-effects model by maximum likelihood."],
  reml: ofLogits("the spread between studies by restricted maximum likelihood"),
  dl: ofLogits("the spread between studies by DerSimonian and Laird"),
};

const asked = {
  both: "CAR-T and of bispecific antibodies",
  "car-t": "CAR-T",
  bsab: "bispecific antibodies",
};

export const question = {
  /** The question of the report, above its answer. */
  asked: (
    { trials, noun, of }: { trials: number; noun: StudyWord; of: Query["therapyClass"] },
    filters: readonly string[],
  ) =>
    `What did ${trials === 0 ? plural(noun) : counted(trials, noun)} show of ${asked[of]} in relapsed myeloma: ${filters.join(", ")}?`,
  asSet: (name: string) => `Asked as in ${name}: its studies, rules and model.`,
  /** Its cohorts are not public. */
  byRulesOf: (name: string) =>
    `Asked by the rules and model of ${name}: our studies, because those of the paper are not public.`,
  likeSet: (name: string) => `Asked as in ${name}, modified.`,
  lookedFor: (filters: readonly string[]) => `Studies looked for: ${filters.join("; ")}.`,
  found: (cohorts: Counts, noun: StudyWord) =>
    `Found: ${cohortsOfBoth(cohorts, noun)}, parts of one counted apart.`,
  /** Unfolds all of it on a phone. */
  each: "What was looked for, the model and further limits",
  /** How to read the numbers. */
  plain:
    "The numbers are patients of 100 in a typical study. The range under a number is its 95 % interval: how far off the number may be, as far as the data tell.",
  models,
  /** Where a published question pooled it. */
  survival: "Survival at a month is pooled on the log cumulative hazard, as that paper did.",
  intervals: (kind: Query["interval"]) => `95 % confidence intervals ${intervals[kind]}.`,
  /** Counting rules other than the defaults. */
  rules: {
    enrolled: "Rates count all who were randomised or had cells collected.",
    collected:
      "Responses to CAR-T count all with cells collected where that is reported or derived from the infused.",
    broad: "Neurotoxicity stands in for ICANS where ICANS is not reported.",
    latest: "Figures are those of the longest follow-up.",
    primaryOnly: "Only figures of the primary data cut count.",
    cut: (name: string) => `Figures are those counted in ${name}.`,
    papers: "Only figures from papers, regulators and labels count.",
    unreviewed: "Sources that nobody reviewed count too.",
    overlap: "Studies that share patients stay side by side.",
  },
};

export const leftOut = {
  none: "No study was left out by the question.",
  total: (count: number) =>
    `${counted(count, "study")} of those known here ${count === 1 ? "does" : "do"} not fit the question.`,
  otherClass: "not of the class asked for",
  /** Without the values of single cohorts, to group reasons: "median age not ≥ 65". */
  shared: (reason: Exclusion) =>
    reason.code === "outside-range"
      ? `${fieldNames[reason.field]} not ${rangeText(reason.range, screen)}`
      : sayReason(reason, exclusions),
  /** Unfolds the counts, and each of them. */
  byReason: "By the first reason found",
  each: "Each of them",
  csv: "As a table (CSV)",
  include: "without this filter",
  wider: "A question that would find more, one change at a time",
  question: (change: string, cohorts: Counts) => `${change}: ${cohortsOfBoth(cohorts, "study")}`,
};
