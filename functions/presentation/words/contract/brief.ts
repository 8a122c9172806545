/**
 * The types of every sentence of a brief. Values that depend on the answer are passed as numbers,
 * codes or names.
 */
import type { BesidePool, ProductPool } from "#core/comparison/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import type { IntervalKind } from "./figure.ts";
import type { OfClass } from "./screen.ts";

export type Depth = "specialist" | "generalist";
type Level = "low" | "very-low";
type Counts = Readonly<Record<TherapyClass, number>>;

export interface BriefWords {
  readonly title: string;
  /** Names of the classes within a sentence. */
  readonly className: OfClass;
  /** `a`, `a and b`, `a, b and c`. */
  readonly joined: (words: readonly string[]) => string;
  /**
   * The patients that a rate counts. The detail of an outcome may say that only some are counted.
   */
  readonly patients: (detail: string | null) => string;
  /** `patients responded`. */
  readonly what: (patients: string, phrase: string) => string;
  readonly result: { readonly heading: string; readonly nothing: string };
  readonly limits: { readonly heading: string; readonly lead: string };
  readonly status: {
    readonly heading: string;
    readonly audience: string;
    readonly versions: (dataDate: string, dataVersion: string, answerVersion: string) => string;
  };
  readonly links: Readonly<Record<"own" | "data" | Depth, string>>;
  readonly question: QuestionWords;
  readonly summary: SummaryWords;
  readonly pool: PoolWords;
  /** Of all with cells collected, beside the infused of the same trials. */
  readonly collected: CollectedWords;
  readonly missing: MissingWords;
  readonly contrast: ContrastWords;
  readonly certainty: CertaintyWords;
  readonly cohorts: CohortWords;
  readonly leftOut: LeftOutWords;
  readonly references: ReferenceWords;
  /** One outcome for generalists. */
  readonly plain: PlainWords;
}

export interface QuestionWords {
  readonly heading: string;
  readonly opening: string;
  readonly asSet: (name: string) => string;
  /** Its cohorts are not public. */
  readonly byRulesOf: (name: string) => string;
  readonly likeSet: (name: string) => string;
  readonly lookedFor: (filters: readonly string[]) => string;
  readonly found: (cohorts: Counts) => string;
  /** How to read the numbers. */
  readonly plain: readonly string[];
  /** How the numbers are made. */
  readonly models: Readonly<Record<Query["model"], readonly string[]>>;
  readonly commonSpread: string;
  /** What the confidence intervals are. */
  readonly intervals: (kind: Query["interval"]) => string;
  /** Counting rules other than the defaults. */
  readonly rules: Readonly<
    Record<
      | Exclude<Query["denominator"], "treated">
      | "broad"
      | "latest"
      | "primaryOnly"
      | "papers"
      | "unreviewed"
      | "overlap",
      string
    >
  > & { readonly cut: (name: string) => string };
}

export interface SummaryWords {
  readonly heading: string;
  readonly lead: string;
  readonly noPool: (outcome: string) => string;
  readonly noNumber: (group: TherapyClass) => string;
  readonly rate: (told: {
    group: TherapyClass;
    /** The product, if all cohorts of the class have the same. */
    product: string | null;
    regimen: "alone" | "partly" | "combined";
    rate: string;
    range: string;
    cohorts: number;
  }) => string;
  /** @param why if not that patients or trials are too few. */
  readonly notRepresentative: (why?: string) => string;
  readonly certainty: (level: Level) => string;
}

export interface PoolWords {
  readonly rate: (told: {
    group: TherapyClass;
    /** Of the class, or of its only product. */
    name: string;
    /** Cohorts that are counted; `null` if pooled. */
    counted: number | null;
    rate: string;
    patients: string;
    phrase: string;
    kind: IntervalKind;
    range: string;
  }) => string;
  /** `null` if a number is not known. */
  readonly evidence: (told: {
    cohorts: number;
    n: number | null;
    events: number | null;
    what: string;
  }) => string;
  /** `share` is the percentage of patients with unknown follow-up. */
  readonly followUp: (told: {
    single: boolean;
    months: number | null;
    share: string | null;
  }) => string;
  /** The kind of regimen that does not stand for its class. */
  readonly beside: (told: {
    /** "teclistamab alone" */
    name: string;
    rate: string;
    range: string;
    cohorts: number;
  }) => string;
  readonly spread: {
    readonly single: string;
    readonly another: (range: string) => string;
    readonly common: string;
    /** The same with a test of it. */
    readonly commonTested: (facts: string) => string;
    readonly of: (tau: string | null, i2: string | null, landmark: boolean) => string;
    /** By another model than the default one. `shared`: τ of all groups in one model. */
    readonly tested: (facts: string, landmark: boolean, shared: string | null) => string;
    readonly few: (spread: string, cohorts: number) => string;
    readonly alone: (spread: string) => string;
    readonly predicted: (spread: string, range: string) => string;
  };
  readonly products: (products: readonly Pick<ProductPool, "product" | "shown">[]) => string;
}

interface Count {
  readonly events: number;
  readonly n: number;
}

export interface CollectedWords {
  readonly said: (
    told: {
      trials: number;
      /** Cohorts of the pool. */
      of: number;
      /** Whether all of these are trials. */
      areTrials: boolean;
      infused: string;
      collected: string;
      phrase: string;
      /** Whether counts are derived; `null`: all are printed. */
      derived: "all" | "some" | null;
      /** Where it is assumed that all who were enrolled had cells collected. */
      assumed: readonly string[];
    } & Count,
  ) => string;
  /** @param infused what the count is derived from; `null` if it is printed. */
  readonly cohort: (collected: Count, infused: Count | null, assumed: boolean) => string;
}

/** Why there is no number for a class. */
export interface MissingWords {
  readonly notFor: (group: TherapyClass, reason: string) => string;
  readonly notAsked: (group: TherapyClass, asked: TherapyClass) => string;
  readonly noCohort: (group: TherapyClass) => string;
  /**
   * `silent`: nothing is reported at all. Otherwise something is reported that cannot be pooled.
   */
  readonly notReported: (group: TherapyClass, cohorts: number, silent: boolean) => string;
  /**
   * @param numbers of the products that the cohorts with a figure tested.
   * @param why if not that patients or trials are too few.
   */
  readonly notRepresented: (group: TherapyClass, numbers: string, why?: string) => string;
  /** The kind of regimen that stands for the class has no figure, and the other has. */
  readonly noneOfRegimen: (group: TherapyClass, regimen: BesidePool["regimen"]) => string;
}

export interface ContrastWords {
  /** `amount` is `null` if there is no difference. */
  readonly difference: (told: {
    amount: string | null;
    what: string;
    names: OfClass;
    /** Whether the two rates do not subtract to it. */
    rounded: boolean;
    /** `approximate`: of a count against an estimate. */
    kind: IntervalKind | "approximate";
    range: string;
  }) => string;
  /** @param isChecked Whether it is a difference of the classes, of which there are checks. */
  readonly includesZero: (what: string, isChecked: boolean) => string;
  readonly nearZero: string;
  /** The difference excludes zero in every check. */
  readonly kept: string;
  /** A check in which it does not; `null` if the classes cannot be contrasted there. */
  readonly lost: (
    check: string,
    there: { amount: string; kind: IntervalKind; range: string } | null,
  ) => string;
  readonly odds: (ratio: RatioText, what: string, names: OfClass) => string;
  readonly hazard: (ratio: RatioText, month: string, names: OfClass) => string;
  readonly chance: (what: string, probability: string, names: OfClass) => string;
  readonly pValue: (text: string) => string;
  readonly oneClass: string;
  readonly otherModels: string;
  /** What the difference is between, if not two pools. */
  readonly between: Readonly<Record<"one-product" | "products", string>>;
  /** @param why if not that patients or trials are too few. */
  readonly notRepresentative: (why?: string) => string;
  readonly missing: string;
}

export interface RatioText {
  readonly value: string;
  readonly kind: IntervalKind;
  readonly low: string;
  readonly high: string;
}

export interface CertaintyWords {
  readonly notRated: string;
  readonly highest: (level: Level) => string;
  /** Introduces the reasons. */
  readonly because: (level: Level) => string;
  readonly cautions: string;
  readonly plain: (level: Level, labels: readonly string[]) => string;
  readonly plainCautions: string;
}

export interface CohortWords {
  /** @param isApart Whether the cohorts do not stand for their class, and nothing is pooled. */
  readonly pooled: (
    count: number,
    group: TherapyClass,
    landmark: boolean,
    isApart: boolean,
  ) => string;
  readonly figure: (told: {
    events: number | null;
    n: number | null;
    rate: string;
    range: string;
  }) => string;
  readonly weight: (percent: number) => string;
  /** @param derived Whether the count is made of that of the infused. */
  readonly over: (population: Population, derived: boolean) => string;
  /** The patients that a figure is counted over. */
  readonly populations: Readonly<Record<Population, string>>;
  readonly followUp: (months: number | null) => string;
  readonly combination: string;
  readonly otherCut: (cut: string) => string;
  readonly notPooled: (count: number, group: TherapyClass) => string;
  readonly forReason: (count: number, reason: string, labels: readonly string[]) => string;
  /** The result that a cohort reports although it is not pooled. */
  readonly reported: {
    readonly events: (events: number, n: number) => string;
    readonly percent: (value: number) => string;
    readonly at: (figure: string, months: number) => string;
  };
  /** `family` is that of the outcome. `label` is used if a family has no name. */
  readonly medians: (family: string, label: string, group: TherapyClass) => string;
  readonly median: (label: string, months: number, interval: OpenInterval) => string;
}

/** An end is `null` if it was not reached or is not reported. */
type OpenInterval = readonly [number | null, number | null];

export interface LeftOutWords {
  readonly heading: string;
  readonly none: string;
  readonly total: (count: number) => string;
  readonly byReason: (count: number, group: TherapyClass) => string;
  readonly reason: (count: number, reason: string) => string;
  readonly otherClass: string;
  /**
   * Removes the values of single cohorts from a reason, so that reasons can be grouped: `median age
   * 58, outside 65-` becomes the same text for every age.
   */
  readonly shared: (reason: string) => string;
  readonly relaxing: string;
  readonly relaxed: (change: string, cohorts: Counts) => string;
}

export interface ReferenceWords {
  readonly heading: string;
  readonly noRecord: string;
  /** Publications of the trials themselves, if a source only quotes them. */
  readonly publications: (count: number) => string;
  /** How well a source was reviewed, in the usual case. */
  readonly usualTier: string;
  /** These two replace the number by which a locator names a source of its cohort. */
  readonly thisSource: string;
  readonly otherSource: string;
}

export interface PlainWords {
  readonly rate: (told: {
    /** Of the class, or of its only product. */
    name: string;
    /** `84`, `<1` or `>99`. */
    rate: string;
    what: string;
    range: string;
    cohorts: number;
    n: number | null;
  }) => string;
  readonly unclear: (what: string, range: string, names: OfClass) => string;
  readonly more: (more: TherapyClass, what: string, range: string, names: OfClass) => string;
  /** `range` is `null` if the classes cannot be compared there. */
  readonly lost: (check: string, range: string | null) => string;
}
