/** Apart from the words of the sheets, because a browser needs them with every answer. */
import type { Field } from "#core/evidence/reasons.ts";

/** The name of each field in the reason why a cohort is left out. */
export const fields: Readonly<Record<Field, string>> = {
  setting: "setting",
  "prior-lines": "median prior lines",
  age: "median age",
  product: "product",
  evidence: "evidence",
  target: "target",
  "dual-target": "target",
  phase: "phase",
  region: "region",
  year: "year",
  "min-n": "number of patients",
  "follow-up": "median follow-up",
  "high-risk": "high-risk cytogenetics %",
  emd: "extramedullary disease %",
  "iss-3": "ISS III %",
  "triple-refractory": "triple-class refractory %",
  "binding-domain": "binding domain",
  costimulation: "costimulation",
  vector: "vector",
  expansion: "expansion",
  lymphodepletion: "lymphodepletion",
};
