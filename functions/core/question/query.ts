/** What was asked of the evidence, already checked. `functions/core/question/parse-query.ts` reads it from text. */
import type {
  bindingDomains,
  costimulations,
  expansions,
  lymphodepletions,
  Region,
  TherapyClass,
  vectors,
} from "#data/vocabulary.ts";
import type { Range } from "./range.ts";

/** Property names are the parameters' in camelCase; an empty list restricts nothing, a `null` range neither. */
export interface Query {
  /** `current`, or a published meta-analysis whose cohorts, rules and model are followed. */
  set: string;
  /** Outcome ids or groups; empty = the summary set. */
  outcome: readonly string[];
  /** What the groups are: a name of `dimensions.ts`, with a number after a colon where it needs one. */
  compare: string;
  setting: "late" | "early" | "any";
  priorLines: Range | null;
  age: Range | null;
  /** Product slugs; empty = all. */
  product: readonly string[];
  /** `approved` = in at least one region; otherwise a region, or `any`. */
  availability: string;
  therapyClass: TherapyClass | "both";
  evidence: "trial" | "real-world" | "all";
  regimen: "monotherapy" | "any";
  /** Antigens; `any` alone = no restriction. */
  target: readonly string[];
  /** One antigen, or two at once. */
  dualTarget: "yes" | "no" | "any";
  priorBcma: "not-selected" | "selected" | "any";
  doses: "recommended" | "any";
  /** `1-2` = phase 1/2. */
  phase: readonly string[];
  region: readonly Region[];
  /** Of publication. */
  year: Range | null;
  /** At least this many patients. */
  minN: number | null;
  /** Months, of the primary publication's cut. */
  followUp: Range | null;
  /** Percent of the cohort, as the next three. */
  highRisk: Range | null;
  emd: Range | null;
  iss3: Range | null;
  tripleRefractory: Range | null;
  bindingDomain: readonly (typeof bindingDomains)[number][];
  costimulation: readonly (typeof costimulations)[number][];
  vector: readonly (typeof vectors)[number][];
  expansion: readonly (typeof expansions)[number][];
  lymphodepletion: readonly (typeof lymphodepletions)[number][];
  /** Cohort ids unticked by hand. */
  exclude: readonly string[];
  /** Over whom a rate is counted: those treated, or all who were to be. */
  denominator: "treated" | "enrolled";
  /** `broad` lets neurotoxicity stand in for ICANS. */
  definition: "strict" | "broad";
  /** `primary`, `latest`, or a cut that a named set counted. */
  cut: string;
  /** `any` pools figures that nobody reviewed, too. */
  sources: "reviewed" | "any";
  overlap: "drop" | "keep";
  model: "bayes" | "glmm" | "reml" | "pm" | "dl" | "fixed";
  /** Frequentist models only, as `tau`. */
  interval: "t" | "wald" | "hartung-knapp" | "profile";
  tau: "separate" | "common";
}
