/** What was asked and how the numbers were made, in English. */
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { cohortsOfBoth } from "./parts.ts";

const intervals: Readonly<Record<Query["interval"], string>> = {
  t: "use the t distribution",
  wald: "are Wald intervals",
  "hartung-knapp": "are Hartung–Knapp intervals",
  profile: "are profile-likelihood intervals",
};

/** For models with two steps. */
const ofLogits = (spread: string): readonly string[] => [
  `Logits of the rates are pooled, and log cumulative hazards for survival at a month, ${spread}.`,
];

/** How the numbers are made. */
const models: Readonly<Record<Query["model"], readonly string[]>> = {
  bayes: [
    "Each class is pooled by itself with a Bayesian binomial–normal random-effects model; the number shown is the posterior median for a typical cohort, with its 95 % credible interval. Products are ignored: the interval holds for the products pooled, and is too narrow for others.",
    "Survival at a month is pooled likewise on the log cumulative hazard.",
  ],
  glmm: [
    "Each class is pooled with a binomial–normal random-effects model by maximum likelihood; survival at a month is pooled on the log cumulative hazard.",
  ],
  reml: ofLogits("the spread between cohorts by restricted maximum likelihood"),
  pm: ofLogits("the spread between cohorts by Paule and Mandel"),
  dl: ofLogits("the spread between cohorts by DerSimonian and Laird"),
  fixed: ofLogits("without a spread between cohorts (common effect)"),
};

export const question = {
  heading: "Question",
  opening:
    "CAR-T cells and bispecific antibodies (BsAb) in relapsed multiple myeloma, compared across separate cohorts.",
  asSet: (name: string) => `Asked as in ${name}: its cohorts, rules and model.`,
  byRulesOf: (name: string) =>
    `Asked by the rules and model of ${name}: our cohorts, because those of the paper are not public.`,
  likeSet: (name: string) => `Asked as in ${name}, modified.`,
  lookedFor: (filters: readonly string[]) => `Cohorts looked for: ${filters.join("; ")}.`,
  found: (cohorts: Readonly<Record<TherapyClass, number>>) => `Found: ${cohortsOfBoth(cohorts)}.`,
  plain: [
    "The numbers are patients of 100 in a typical cohort.",
    "The range behind a number is its 95 % interval: how far off the number may be, as far as the data tell.",
  ],
  models,
  commonSpread: "Of counts, both classes share one spread between cohorts.",
  intervals: (kind: Query["interval"]) => `95 % confidence intervals ${intervals[kind]}.`,
  /** Counting rules other than the defaults. */
  rules: {
    enrolled: "Rates count all who were randomised or had cells collected.",
    collected:
      "Responses to CAR-T count all with cells collected where that is printed or derived from the infused.",
    broad: "Neurotoxicity stands in for ICANS where ICANS is not reported.",
    latest: "Figures are those of the longest follow-up.",
    primaryOnly: "Only figures of the primary data cut count.",
    cut: (name: string) => `Figures are those counted in ${name}.`,
    papers: "Only figures from papers, regulators and labels count.",
    unreviewed: "Sources that nobody reviewed count too.",
    overlap: "Cohorts that share patients stay side by side.",
  },
};
