/** The words every parameter of a question accepts; ranges and numbers give examples of their form. */
import type { ComputeSet } from "#data/compute-set.ts";
import {
  bindingDomains,
  costimulations,
  expansions,
  lymphodepletions,
  regions,
  targets,
  vectors,
} from "#data/vocabulary.ts";
import { dimensionNames, thresholdExamples } from "./dimensions.ts";
import type { ParameterName } from "./parameter-names.ts";
import { unrestricted, usualDimension } from "./parameters.ts";

/** What of the evidence a query can name. */
export type Vocabulary = Pick<ComputeSet, "outcomes" | "products" | "cohorts" | "sets">;

const percentForms = ["0-20", "40-", "-30", unrestricted];

export function vocabulary({
  outcomes,
  products,
  cohorts,
  sets,
}: Vocabulary): Record<ParameterName, readonly string[]> {
  return {
    set: ["current", ...sets.map(({ id }) => id)],
    outcome: [
      "summary",
      ...new Set(outcomes.map(({ group }) => group)),
      ...outcomes.map(({ id }) => id),
    ],
    compare: [
      usualDimension,
      ...dimensionNames,
      ...Object.entries(thresholdExamples).map(([name, example]) => `${name}:${example}`),
    ],
    setting: ["late", "early", "any"],
    "prior-lines": ["3-5", "4-", "-3", unrestricted],
    age: ["60-70", "65-", "-70", unrestricted],
    product: products.map(({ slug }) => slug),
    availability: [
      "approved",
      ...regions.filter((region) => region !== "multinational" && region !== "asia"),
      "any",
    ],
    "therapy-class": ["both", "car-t", "bsab"],
    evidence: ["trial", "real-world", "all"],
    regimen: ["monotherapy", "any"],
    target: [...targets, "any"],
    "dual-target": ["yes", "no", "any"],
    "prior-bcma": ["not-selected", "selected", "any"],
    doses: ["recommended", "any"],
    phase: ["1", "1-2", "2", "3"],
    region: regions,
    year: ["2020-2024", "2022-", "-2021", unrestricted],
    "min-n": ["20", unrestricted],
    "follow-up": ["6-24", "12-", "-12", unrestricted],
    "high-risk": percentForms,
    emd: percentForms,
    "iss-3": percentForms,
    "triple-refractory": percentForms,
    "binding-domain": bindingDomains,
    costimulation: costimulations,
    vector: vectors,
    expansion: expansions,
    lymphodepletion: lymphodepletions,
    exclude: cohorts.map(({ id }) => id),
    denominator: ["treated", "enrolled"],
    definition: ["strict", "broad"],
    // A named set may count a cut that nobody else has a use for.
    cut: ["primary", "latest", ...new Set(sets.flatMap(({ pins }) => pins.cut ?? []))],
    sources: ["reviewed", "any"],
    overlap: ["drop", "keep"],
    model: ["bayes", "glmm", "reml", "pm", "dl", "fixed"],
    interval: ["t", "wald", "hartung-knapp", "profile"],
    tau: ["separate", "common"],
  };
}
