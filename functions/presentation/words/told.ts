/** Codes and values that a catalogue is told, so that a text can depend on them. */
import type { PublishedBeside } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

export type OfClass = Readonly<Record<TherapyClass, string>>;

export type Noun = "trial" | "study";

/** The kind of a pool's interval; it depends on the model. */
export type IntervalKind = "credible" | "confidence";

type Published = PublishedBeside["pools"][TherapyClass][number];

export interface ContrastTold {
  readonly measure: NonNullable<Published["contrast"]>["measure"];
  readonly value: string;
  readonly interval: readonly [string, string];
}

/** One analysis, and what it printed for one class or for both, as patients of 100. */
export interface PublishedTold {
  /** The rate of a class, or its count, and the cohorts that it counts where that is printed. */
  readonly rates: readonly (readonly [TherapyClass, string, number | null])[];
  /** Whether these are counts of patients, without rates. */
  readonly counted: boolean;
  readonly contrast: ContrastTold | null;
  readonly year: number;
  /** In what its patients differ from those of the question, in words. */
  readonly differs: readonly string[];
}
