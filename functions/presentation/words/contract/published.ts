/** The words of the published pools beside a row: one line of them, and each with its source. */
import type { OutcomeComparison, PublishedBeside } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

type Shown = PublishedBeside["pools"][TherapyClass][number];

/** A ratio as printed: measure, value and interval. */
export interface ContrastTold {
  readonly measure: NonNullable<Shown["contrast"]>["measure"];
  readonly value: string;
  readonly interval: readonly [string, string];
}

/** One analysis, and what it printed for one class or for both, as patients of 100. */
export interface PublishedTold {
  /** The rate of a class, and the cohorts that it counts where that is printed. */
  readonly rates: readonly (readonly [TherapyClass, string, number | null])[];
  readonly contrast: ContrastTold | null;
  readonly year: number;
  /** In what its patients differ from those of the question, in words. */
  readonly differs: readonly string[];
}

export interface PublishedWords {
  readonly heading: string;
  readonly note: string;
  /** @param held How many more are known and not shown. */
  readonly held: (held: number, shown: boolean) => string | null;
  /** @param opposite Whether it points the other way than our difference. */
  readonly line: (told: PublishedTold, opposite: boolean) => string;
  /** For the brief: the same with its source. */
  readonly sentence: (told: PublishedTold, opposite: boolean, citation: string) => string;
  readonly direction: Readonly<Record<"same" | "opposite" | "mixed", string>>;
  /** What the repeated set printed, and what is pooled here for it: class, rate, cohorts. */
  readonly ofSet: (
    name: string,
    told: PublishedTold | null,
    here: readonly (readonly [TherapyClass, string, number])[],
    cohorts: NonNullable<OutcomeComparison["set"]>,
  ) => string;
  readonly rate: (rate: string, range: string | null) => string;
  readonly contrast: (told: ContrastTold) => string;
  /** Cohorts of the result. */
  readonly size: (k: number | null) => string;
  readonly searchedTo: (date: string) => string;
  readonly bothClasses: string;
  readonly target: (of: Shown["target"]) => string;
  readonly priorLines: (fewest: number | null, most: number | null) => string;
  readonly evidence: (of: Shown["evidence"]) => string;
  readonly question: string;
  readonly agreement: (status: NonNullable<Shown["agreement"]>["status"]) => string;
}
