/** Words that are only used in the forest plot. */
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Noun, OfClass } from "./screen.ts";

/** The kind of a pool's interval; it depends on the model. */
export type IntervalKind = "credible" | "confidence";

export interface FigureWords {
  readonly className: OfClass;
  readonly heads: Readonly<Record<"cohort" | "product" | "events" | "patients" | "weight", string>>;
  /** Names the intervals of the cohorts and, if they are of another kind, those of the pools. */
  readonly rateHead: (pooled: readonly IntervalKind[]) => string;
  readonly axisTitle: string;
  /** What the arrows are. */
  readonly cutOff: string;
  /** `7 trials, 415 patients`. */
  readonly evidence: (k: number, n: number | null, noun: Noun) => string;
  readonly pooled: (noun: Noun, model: Query["model"]) => string;
  readonly notEstimated: string;
  /**
   * The class has no number.
   *
   * @param why if not that patients or trials are too few.
   */
  readonly notRepresented: (why?: string) => string;
  readonly prediction: (noun: Noun) => string;
  readonly combinationMark: string;
  readonly combinationNote: string;
  /** With the only product of a class in its place. */
  readonly contrastHeading: (carT: string | null, bsab: string | null) => string;
  readonly model: (model: Query["model"], scale: "logit" | "landmark") => string;
  readonly usualQuestion: string;
  /** The question, in the words of the URL. */
  readonly asked: (parameters: readonly string[]) => string;
  readonly notPooled: (count: number, group: TherapyClass) => string;
  /**
   * A difference in words, or that there is none. The interval must not be broken over two lines.
   */
  readonly difference: (
    amount: string | null,
    range: string,
    phrase: string,
    withWhat: string,
  ) => string;
  /** Cohorts that are pooled but not drawn, with their share of the weight in percent. */
  readonly andLighter: (count: number, weight: number) => string;
  readonly notEstimable: (reason: string) => string;
  readonly otherModels: string;
  readonly cautions: (labels: readonly string[]) => string;
  /** How to read the marks. */
  readonly legend: (shown: {
    /** Kinds of the intervals that are drawn, without repeats and sorted by name. */
    readonly intervals: readonly IntervalKind[];
    readonly predicted: boolean;
    readonly landmark: boolean;
  }) => string;
  readonly versions: (dataVersion: string, answerVersion: string) => string;
  readonly source: (address: string) => string;
  /** Text for screen readers. */
  readonly description: {
    readonly opening: (title: string) => string;
    readonly prediction: (range: string) => string;
  };
}
