/** Reasons why something is left out: codes with values. `presentation/words` has the texts. */
import type { Hold, Population, TherapyClass } from "#data/vocabulary.ts";
import type { DimensionName } from "../question/dimensions.ts";
import type { FilterName, OwnFilterName } from "../question/parameter-names.ts";
import type { BcmaKind, PatientParameter } from "../question/patient.ts";
import type { Range } from "../question/range.ts";

/** Filters generated from a field of the cohort. */
export type FieldFilter = Exclude<FilterName, OwnFilterName>;

/** Facts that a cohort may report, each named after the parameter for it. */
export type Field = FieldFilter | Extract<DimensionName, FilterName>;

/** Why a trial excludes a patient, or which of what was said it does not state. */
export type PatientReason =
  | {
      readonly code: "patient-outside";
      readonly parameter: PatientParameter;
      readonly range: readonly [number, number];
    }
  | { readonly code: "patient-range-not-stated"; readonly parameter: PatientParameter }
  /** Every patient of the trial had BCMA-directed therapy before. */
  | { readonly code: "patient-all-after-bcma" }
  | { readonly code: "patient-none-after-bcma" }
  | { readonly code: "patient-kind-excluded"; readonly kinds: readonly BcmaKind[] }
  /** No kinds: whether any was given. */
  | { readonly code: "patient-bcma-not-stated"; readonly kinds: readonly BcmaKind[] };

/** Why a cohort is left out of a question. */
export type Exclusion =
  | { readonly code: "not-in-set"; readonly set: string }
  | { readonly code: "by-hand" }
  | { readonly code: "other-class"; readonly therapyClass: TherapyClass }
  | { readonly code: "other-product" }
  | { readonly code: "other-evidence"; readonly evidence: "trial" | "real-world" }
  | { readonly code: "other-setting"; readonly setting: "late" | "early" | "mixed" }
  | { readonly code: "combination" }
  | { readonly code: "not-combined" }
  | { readonly code: "other-target"; readonly targets: readonly string[] }
  | { readonly code: "other-number-of-targets"; readonly two: boolean }
  | { readonly code: "after-bcma"; readonly required: boolean }
  | { readonly code: "not-approved"; readonly region: string; readonly date: string }
  | { readonly code: "dose-escalation" }
  /** The whole cohort received a dose that was not taken forward. */
  | { readonly code: "other-dose" }
  | { readonly code: "field-not-reported"; readonly field: Field }
  | { readonly code: "other-value"; readonly field: Field; readonly value: string }
  | {
      readonly code: "outside-range";
      readonly field: Field;
      readonly value: number;
      readonly range: Range;
    };

/** The codes of {@link Refusal}, for schemas. */
export const refusalCodes = [
  "not-reported",
  "not-counted",
  "by-trial",
  "held",
  "unreviewed",
  "no-paper",
  "no-count",
  "no-interval",
  "follow-up-short",
  "not-over",
  "only-over",
  "other-cut",
  "not-primary",
  "parts-report",
  "shares-patients",
] as const satisfies readonly Refusal["code"][];

/** Why no figure of a cohort can be pooled. */
export type Refusal =
  | { readonly code: "not-reported" }
  | { readonly code: "not-counted"; readonly cut: string }
  /** Deaths from any cause: how many depends on how long patients were followed. */
  | { readonly code: "by-trial" }
  | { readonly code: "held"; readonly hold: Hold }
  | { readonly code: "unreviewed" }
  /** Reviewed, but neither a paper nor a document of a regulator, and only these count. */
  | { readonly code: "no-paper" }
  | { readonly code: "no-count" }
  | { readonly code: "no-interval" }
  /** If no confidence interval is reported, follow-up has to reach the month of the landmark. */
  | { readonly code: "follow-up-short"; readonly known: boolean }
  | { readonly code: "not-over"; readonly over: "responders" | "leukapheresed" | "enrolled" }
  | {
      readonly code: "only-over";
      readonly population: Exclude<Population, "treated" | "safety" | "randomised">;
    }
  /** A cut that stands in, whose follow-up (`null`: not reported) is too far from those pooled. */
  | { readonly code: "other-cut"; readonly months: number | null }
  /** Only the cut of the primary publication is asked for. */
  | { readonly code: "not-primary" }
  /** A label pool beside a cohort that it holds. */
  | { readonly code: "parts-report" }
  | {
      readonly code: "shares-patients";
      /** Whether the overlap is only possible, not certain. */
      readonly possibly: boolean;
      /** Label of the other cohort, as readers know it. */
      readonly cohort: string;
      /** The note about it in the data. */
      readonly note: string;
    };
