/** What was asked of the evidence, already checked. `functions/comparison/parse-query.ts` reads it from text. */
import type { TherapyClass } from "../../data/vocabulary.ts";
import type { Range } from "./range.ts";

export interface Query {
  /** Outcome ids or groups; empty = the summary set. */
  outcome: readonly string[];
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
  priorBcma: "not-selected" | "selected" | "any";
  /** Cohort ids unticked by hand. */
  exclude: readonly string[];
}
