/** The question an answer repeats, defaults included. */
import * as v from "valibot";
import {
  bindingDomains,
  costimulations,
  expansions,
  lymphodepletions,
  regions,
  therapyClasses,
  vectors,
} from "#data/vocabulary.ts";

/** An open end is `null`. */
export const rangeSchema = v.strictObject({
  min: v.nullable(v.number()),
  max: v.nullable(v.number()),
});

const range = v.nullable(rangeSchema);
const words = v.array(v.string());

export const querySchema = v.strictObject({
  set: v.string(),
  compare: v.string(),
  outcome: words,
  setting: v.picklist(["late", "early", "any"]),
  priorLines: range,
  age: range,
  product: words,
  availability: v.string(),
  therapyClass: v.picklist([...therapyClasses, "both"]),
  evidence: v.picklist(["trial", "real-world", "all"]),
  regimen: v.picklist(["monotherapy", "any"]),
  target: words,
  dualTarget: v.picklist(["yes", "no", "any"]),
  priorBcma: v.picklist(["not-selected", "selected", "any"]),
  doses: v.picklist(["recommended", "any"]),
  phase: words,
  region: v.array(v.picklist(regions)),
  year: range,
  minN: v.nullable(v.number()),
  followUp: range,
  highRisk: range,
  emd: range,
  iss3: range,
  tripleRefractory: range,
  bindingDomain: v.array(v.picklist(bindingDomains)),
  costimulation: v.array(v.picklist(costimulations)),
  vector: v.array(v.picklist(vectors)),
  expansion: v.array(v.picklist(expansions)),
  lymphodepletion: v.array(v.picklist(lymphodepletions)),
  exclude: words,
  denominator: v.picklist(["treated", "enrolled"]),
  definition: v.picklist(["strict", "broad"]),
  cut: v.string(),
  sources: v.picklist(["reviewed", "any"]),
  overlap: v.picklist(["drop", "keep"]),
  model: v.picklist(["bayes", "glmm", "reml", "pm", "dl", "fixed"]),
  interval: v.picklist(["t", "wald", "hartung-knapp", "profile"]),
  tau: v.picklist(["separate", "common"]),
});
