/** Names of the changes in a sensitivity analysis, and the cautions of a meta-regression. */
import type { Change } from "#core/comparison/sensitivity.ts";
import type { AnalysisWords } from "../codes.ts";

const changes: Readonly<Record<Exclude<Change, { kind: "leave-one-out" }>["value"], string>> = {
  base: "As asked",
  "tau-0.5": "Half the prior spread between trials",
  bayes: "Default model",
  glmm: "Binomial–normal model, likelihood",
  reml: "Inverse variance, Hartung–Knapp",
  fixed: "No spread between trials",
  "denominator=enrolled": "Over all who were enrolled",
  "definition=broad": "Neurotoxicity counted for ICANS",
  "cut=latest": "Longest follow-up of each cohort",
  "sources=any": "With unreviewed sources",
  "overlap=keep": "With cohorts that share patients",
  "doses=recommended": "Recommended doses only",
};

function change(one: Change): string {
  return one.kind === "leave-one-out" ? `Without ${one.cohort}` : changes[one.value];
}

const regressionRemarks: AnalysisWords["regressionRemarks"] = {
  "few-cohorts": ({ k, enough }) =>
    `Only ${k} cohorts: fewer than ${enough} show relations that are not there.`,
  "too-few-cohorts": ({ k, least }) =>
    `${k} cohorts report it; ${least} are the least for this regression.`,
  "no-answer": ({ status }) => `The model has no answer: ${status}.`,
};

export const analyses: AnalysisWords = { change, regressionRemarks };
