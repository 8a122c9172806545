/** The words of the report: the page with everything behind an answer. */
import type { Unjudged } from "#core/comparison/sensitivity/judge.ts";
import type { Verdict } from "#core/comparison/verdict.ts";
import type { DimensionName, ThresholdName } from "#core/question/dimensions.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { TimingWords } from "./timing.ts";

/** The parts of the page, in their order; each has an anchor of this name. */
export const reportSections = [
  "short",
  "outcomes",
  "holds",
  "patients",
  "studies",
  "left-out",
  "subgroups",
  "compared",
  "references",
  "take",
] as const;
export type ReportSection = (typeof reportSections)[number];

/** Who was in the trials: the columns of the table. */
export const patientColumns = [
  "n",
  "age",
  "lines",
  "highRisk",
  "extramedullary",
  "tripleRefractory",
  "priorBcma",
  "followUp",
] as const;
export type PatientColumn = (typeof patientColumns)[number];

/** By what the table of studies can be sorted. */
export const sortings = ["class", "patients", "year", "follow-up"] as const;
export type Sorting = (typeof sortings)[number];

type Of<Name extends string> = Readonly<Record<Name, string>>;

/** The words of the page where other groups than the two classes stand side by side. */
export interface SideBySideWords {
  /** By what the cohorts are grouped. */
  readonly title: Of<DimensionName | ThresholdName>;
  readonly description: string;
  readonly confounded: string;
  readonly columns: Of<"group" | "rate">;
  readonly caption: string;
  /** Groups that no cohort reports the outcome for, or not in a form that can be pooled. */
  readonly none: (groups: readonly string[]) => string;
  readonly remarks: string;
  readonly cohorts: string;
  /** Cohorts that belong to none of the groups. */
  readonly inNoGroup: string;
  readonly facts: (product: string) => string;
  readonly take: Of<"csv" | "json" | "classes">;
}

export interface ReportWords {
  readonly timing: TimingWords;
  readonly title: string;
  readonly description: string;
  readonly contents: string;
  readonly headings: Of<ReportSection>;
  readonly short: {
    readonly table: string;
    readonly columns: Of<"outcome" | "difference" | "certainty">;
    readonly sure: string;
    /** What is to be borne in mind, outcome by outcome. */
    readonly cautions: string;
    readonly nothing: string;
  };
  readonly outcome: {
    /** Of the picture, whose numbers are in the text beside it. */
    readonly picture: (outcome: string) => string;
    /** Buttons that a script adds. */
    readonly png: string;
    readonly pngFailed: string;
    /** Unfolds the cohorts of the outcome with their figures and sources. */
    readonly cohorts: string;
    readonly alone: string;
  };
  readonly holds: {
    readonly note: string;
    readonly columns: Of<"check" | "verdict" | "difference">;
    readonly verdict: Of<Verdict>;
    /** Why there is no verdict. */
    readonly unjudged: Of<Unjudged>;
  };
  readonly patients: {
    readonly note: string;
    readonly cohort: string;
    readonly columns: Of<PatientColumn>;
    readonly unknown: string;
    readonly priorBcma: Of<"required" | "some" | "none" | "unknown">;
    /** Of a class: the lowest and the highest value, and of how many cohorts it is known. */
    readonly spread: (low: string, high: string, known: number, of: number) => string;
    readonly all: (name: string, cohorts: number) => string;
  };
  readonly studies: {
    readonly note: string;
    readonly columns: Of<
      "cohort" | "product" | "patients" | "year" | "followUp" | "bias" | "paper"
    >;
    readonly sortedBy: string;
    readonly sortings: Of<Sorting>;
    readonly without: string;
    /** A cohort that was left out by hand. */
    readonly leftOut: (cohort: string) => string;
    readonly putBack: string;
    readonly notRated: string;
    readonly rating: (rating: {
      readonly tool: string;
      readonly result: string;
      readonly ofAllStudies: boolean;
    }) => string;
    readonly paper: string;
    readonly months: (months: number) => string;
    /** How many cohorts a clinician has reviewed as they are now, and whether the rules. */
    readonly reviewed: (cohorts: number, of: number, rules: boolean) => string;
    readonly review: (review: {
      readonly role: string;
      readonly date: string;
      readonly isCurrent: boolean;
    }) => string;
  };
  readonly leftOut: {
    readonly count: (cohorts: number, group: TherapyClass) => string;
    readonly columns: Of<"cohort" | "reason">;
    readonly include: string;
  };
  readonly sideBySide: SideBySideWords;
  readonly take: {
    readonly cite: string;
    readonly citation: string;
    readonly files: Of<
      | "csv"
      | "json"
      | "brief"
      | "plain"
      | "qr"
      | "short"
      | "whole"
      | "compare"
      | "products"
      | "error"
    >;
    readonly versions: (dataDate: string, dataVersion: string, answerVersion: string) => string;
    readonly address: string;
  };
}
