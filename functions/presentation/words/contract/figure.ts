/** What only the forest plot says. */
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Noun, OfClass } from "./screen.ts";

/** What the interval of a pool is, by its model. */
export type IntervalKind = "credible" | "confidence";

export interface FigureWords {
  readonly className: OfClass;
  readonly heads: Readonly<
    Record<"cohort" | "product" | "events" | "patients" | "rate" | "weight", string>
  >;
  readonly axisTitle: string;
  /** `7 trials, 415 patients`. */
  readonly evidence: (k: number, n: number | null, noun: Noun) => string;
  readonly pooled: (noun: Noun, model: Query["model"]) => string;
  readonly notEstimated: string;
  readonly prediction: (noun: Noun) => string;
  readonly combinationMark: string;
  readonly combinationNote: string;
  readonly contrastHeading: string;
  readonly model: (model: Query["model"], landmark: boolean) => string;
  readonly usualQuestion: string;
  /** What was asked, in the words of the address. */
  readonly asked: (parameters: readonly string[]) => string;
  readonly notPooled: (count: number, group: TherapyClass) => string;
  /** A difference in words, or that there is none; inside the interval no line may end. */
  readonly difference: (amount: string | null, range: string, phrase: string) => string;
  readonly notEstimable: (reason: string) => string;
  readonly otherModels: string;
  readonly cautions: (labels: readonly string[]) => string;
  /** How to read the marks. */
  readonly legend: (shown: {
    /** Of the pools that are drawn, each once, in the order of their names. */
    readonly intervals: readonly IntervalKind[];
    readonly predicted: boolean;
    readonly landmark: boolean;
  }) => string;
  readonly versions: (dataVersion: string, answerVersion: string) => string;
  readonly source: (address: string) => string;
  /** For readers who hear the figure. */
  readonly description: {
    readonly opening: (title: string) => string;
    readonly prediction: (range: string) => string;
  };
}
