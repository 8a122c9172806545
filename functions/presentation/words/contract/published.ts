/** The words of the published pools beside a row: one line of them, and each with its source. */
import type { PublishedBeside } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

type Shown = PublishedBeside["pools"][TherapyClass][number];

/** One analysis, and what it printed for one class or for both, as patients of 100. */
export interface PublishedTold {
  readonly rates: readonly (readonly [TherapyClass, string])[];
  readonly studies: number | null;
  readonly year: number;
  /** In what its patients differ from those of the question, in words. */
  readonly differs: readonly string[];
}

export interface PublishedWords {
  readonly heading: string;
  readonly note: string;
  readonly none: string;
  /** @param opposite Whether it points the other way than our difference. */
  readonly line: (told: PublishedTold, opposite: boolean) => string;
  /** For the brief: the same with its source. */
  readonly sentence: (told: PublishedTold, opposite: boolean, citation: string) => string;
  readonly direction: Readonly<Record<"same" | "opposite" | "mixed", string>>;
  readonly rate: (rate: string, range: string) => string;
  /** Cohorts of the result, studies of the analysis. */
  readonly size: (k: number | null, studies: number | null) => string;
  readonly searchedTo: (date: string) => string;
  readonly bothClasses: string;
  readonly target: (of: Shown["target"]) => string;
  readonly priorLines: (fewest: number | null, most: number | null) => string;
  readonly evidence: (of: Shown["evidence"]) => string;
  readonly question: string;
  readonly agreement: (status: NonNullable<Shown["agreement"]>["status"]) => string;
}
