/**
 * Defines the types of an answer as the core makes it: codes and numbers, no sentence. The schemas of `/v1`
 * (`schema/`) describe every field. This file has only the differences: codes in place of words, fields that only
 * texts need, and groups by their names.
 */
import type { GenericSchema } from "valibot";
import type { Outcome } from "#data/schema.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import type { Exclusion } from "../evidence/filters.ts";
import type { Coded, None, ReportedRefusal } from "../evidence/reasons.ts";
import type { Query, StatedQuery } from "../question/query.ts";
import type { Interval } from "../statistics/interval.ts";
import type { contrastStatuses } from "./difference-codes.ts";
import type { Note } from "./note-values.ts";
import type { makeComparisonSchema } from "./schema/comparison.ts";
import type { regressionSchema } from "./schema/meta-regression.ts";
import type { citationSchema, Of, regimenSchema } from "./schema/parts.ts";
import type { poolSchema, studyResultSchema } from "./schema/pool.ts";

export type { Interval } from "../statistics/interval.ts";

type Regimen = Of<typeof regimenSchema>;

export type Citation = Of<typeof citationSchema>;

/** Holds a pooled cohort with its figure, as every answer prints it. */
export type StudyResult = Of<typeof studyResultSchema>;

/** A {@link StudyResult} with the fields that only texts need. */
export interface Study extends StudyResult {
  /**
   * `printed` is the outcome under which the figure was printed: with `definition=broad` it may differ from the
   * requested one.
   */
  readonly printed: string;
  /** `isPool` is true if the cohort itself pools trials, as labels do. */
  readonly isPool: boolean;
}

/** Replaces the studies of a part of an answer by those of the core. */
type WithStudies<Part extends { readonly studies: readonly StudyResult[] }> = Omit<
  Part,
  "studies"
> & {
  readonly studies: readonly Study[];
};

/** Describes a pool in words, as `/v1/comparison` returns it. */
export type ApiPool = Of<typeof poolSchema>;

export type ProductPool = Omit<ApiPool["products"][number], "displayText">;

/** Holds the kind of regimen that is not shown first: monotherapy and combinations are pooled separately. */
export type OtherRegimen = WithStudies<NonNullable<ApiPool["otherRegimen"]>>;

export type FollowUp = NonNullable<ApiPool["followUp"]>;

/** Holds the measures of spread that frequentist models give for two cohorts or more; the names are metafor's. */
export type Heterogeneity = NonNullable<ApiPool["heterogeneity"]>;

/** Holds a selected cohort whose figure cannot be pooled; of several, the one nearest to the primary cut. */
export interface NotPooled
  extends Omit<ApiPool["notPooled"][number], "code" | "reason" | "displayText"> {
  readonly reason: ReportedRefusal;
  /** `percentage` holds the patients and the source of a percentage that is printed without a count. */
  readonly percentage?: PercentageSource;
}

export interface PercentageSource {
  readonly outcome: string;
  readonly trial: string;
  readonly regimen: Regimen;
  readonly population: Population;
  readonly cut: string;
  /** `source` is the place in the list of sources, counted from 0. */
  readonly source: number;
  /** `citation` is `null` until `makeCitationsAdder` sets it. */
  readonly citation: Citation | null;
}

/** Describes the patients of a trial whose median or survival at a month is reported. */
interface OfPatients {
  /** `trial` is an id; several cohorts may be parts of one trial. */
  readonly trial: string;
  readonly population: Population;
  readonly cut: string;
}

export type MedianNotReached = NonNullable<ApiPool["notReached"]>[number] & OfPatients;

export type MedianResult = ApiPool["medians"][number] & OfPatients;

/**
 * Describes survival of a trial at the month of the row: printed for it, or bounded by a later month or by the
 * median.
 */
export type MonthOfTrial = NonNullable<ApiPool["months"]>[number] &
  OfPatients & {
    readonly n: number | null;
    readonly followUpMonths: number | null;
  };

/**
 * Holds an outcome whose patients are some of those of the row, so that its rate is a lower bound of the row's
 * rate.
 */
export type Narrower = WithStudies<NonNullable<ApiPool["narrower"]>[number]>;

/** Holds what a label reports of a pool of trials of a drug, under the id of its outcome. */
export type LabelPool = NonNullable<ApiPool["labelPools"]>[number] &
  Pick<Study, "trial" | "printed">;

type ApiIntentionToTreat = NonNullable<ApiPool["intentionToTreat"]>;
type ApiCollected = NonNullable<ApiIntentionToTreat["collected"]>;

/** Holds responses over all patients with cells collected, for the cohorts of the pool that report them. */
export interface Collected extends Omit<ApiCollected, "text" | "cohorts"> {
  readonly cohorts: readonly (Omit<ApiCollected["cohorts"][number], "text"> & {
    /** `printed` is the outcome under which the number with cells collected was printed. */
    readonly printed: string;
  })[];
}

/** Holds the rate of a CAR-T benefit over all patients who were to be treated, from the cohorts that print it. */
export type IntentionToTreat = Omit<WithStudies<ApiIntentionToTreat>, "collected"> & {
  readonly collected: Collected | null;
};

export type PoolStatus = ApiPool["status"];

export interface Pool
  extends Omit<
    WithStudies<ApiPool>,
    | "products"
    | "smallTrials"
    | "broader"
    | "narrower"
    | "labelPools"
    | "medians"
    | "notReached"
    | "months"
    | "notPooled"
    | "otherRegimen"
    | "intentionToTreat"
  > {
  readonly products: readonly ProductPool[];
  readonly smallTrials?: readonly Study[];
  readonly broader: readonly Study[];
  /** `complete.ts` adds `narrower`. */
  readonly narrower?: readonly Narrower[];
  readonly labelPools?: readonly LabelPool[];
  readonly notPooled: readonly NotPooled[];
  /** `complete.ts` adds `medians`, `notReached` and `months`. */
  readonly medians: readonly MedianResult[];
  readonly notReached?: readonly MedianNotReached[];
  readonly months?: readonly MonthOfTrial[];
  readonly otherRegimen: OtherRegimen | null;
  /** `intentionToTreat` is `null` until `complete.ts` adds it. */
  readonly intentionToTreat: IntentionToTreat | null;
}

/** Describes an answer in words, as `/v1/comparison` has it. */
export type ApiComparison = Of<ReturnType<typeof makeComparisonSchema<GenericSchema<StatedQuery>>>>;

export type ApiRow = ApiComparison["outcomes"][number];

/** Holds one of the nine sensitivity analyses of a difference. */
export type Analysis = NonNullable<ApiRow["contrasts"][number]["analyses"]>[number];

export type ContrastStatus = (typeof contrastStatuses)[number];

/** Says, as a code, what the trials of a row show, or why there is no difference. */
export type RowStatus = NonNullable<ApiRow["status"]>;

/**
 * Holds a fitted difference, not one of two rates. For a landmark `hazardRatio` is about the event, all else about
 * survival.
 */
export interface Contrast<G extends string = TherapyClass>
  extends Omit<ApiRow["contrasts"][number], "group" | "against"> {
  readonly group: G;
  readonly against: G;
}

/** Describes rates that meta-analyses printed for the outcome and class of a row. */
export type PublishedRates = NonNullable<ApiRow["published"]>;

/**
 * Describes a published ratio of CAR-T against bispecifics in randomised or matched patients; above 1 there are
 * more events with CAR-T.
 */
export type HeadToHead = ApiRow["headToHead"][number];

type ApiGrades = NonNullable<ApiRow["grades"]>;

/** Counts the deaths from the same event in trials that count grade 3 or 4 alone. */
export type SeparateDeaths = WithStudies<NonNullable<ApiGrades["fatal"]>>;

/** Names the grades that the figures of a row count, if the row counts grade 3 and higher. */
export interface Grades extends Omit<ApiGrades, "fatal"> {
  readonly fatal: SeparateDeaths | null;
}

export interface Row<G extends string = TherapyClass>
  extends Omit<ApiRow, "grades" | "pools" | "contrasts" | "notes"> {
  readonly grades: Grades | null;
  /** `harmGroup` tells when a harm begins; `null` for a benefit. `/v1/outcomes` explains the groups. */
  readonly harmGroup: NonNullable<Outcome["harmGroup"]> | null;
  /** Names the outcome of which this one counts a part; `null` without one. */
  readonly partOf: Outcome["partOf"];
  readonly pools: Readonly<Record<G, Pool>>;
  readonly contrasts: readonly Contrast<G>[];
  readonly notes: readonly Note[];
}

type ApiSelection = ApiComparison["selection"];

/** Names a filter that could be lifted where a class is empty. */
export type WiderQuestion = ApiSelection["wider"][number];

/** Describes the patients of the trials that have a figure in any row. */
export type PatientsOfTrials = ApiComparison["patients"][string];

export interface Excluded extends Omit<ApiSelection["excluded"][number], "reason"> {
  readonly reason: Exclusion;
}

export interface AnswerSelection<G extends string = TherapyClass>
  extends Omit<ApiSelection, "included" | "excluded" | "cohorts"> {
  readonly included: readonly (Omit<ApiSelection["included"][number], "group"> & {
    readonly group: G;
  })[];
  readonly excluded: readonly Excluded[];
  readonly cohorts: Readonly<Record<G, number>>;
}

/** Describes a regression in words, as `/v1/meta-regression` has it. */
export type ApiMetaRegression = Of<typeof regressionSchema>;

/** Names a property by which trials can differ, as its query parameter does. */
export type ModeratorName = ApiMetaRegression["moderator"];

export type RegressionRemark = Coded<{
  "few-cohorts": { k: number; enough: number };
  /** `overlap-unsettled`: another set of cohorts without overlap may hold more patients. */
  "overlap-unsettled": None;
  /** `cohorts` share their product with another cohort; the model takes them as independent. */
  "clusters-ignored": { cohorts: number; products: number };
  /** The trials of a class have these values only: it has no slope, and is not in the model. */
  "no-spread": { group: TherapyClass; values: readonly number[]; moderator: ModeratorName };
  /** The range of the values of a class is less than a quarter of that of the other. */
  "little-spread": {
    group: TherapyClass;
    range: Interval;
    otherRange: Interval;
    moderator: ModeratorName;
  };
  /** `carT` and `bsab` are τ of each class alone; `pValue` tests one τ for both. */
  "spreads-differ": { carT: number; bsab: number; pValue: number };
  "too-few-cohorts": { k: number; least: number };
  "no-answer": { status: string };
}>;

/** Describes a regression of the rate of an outcome on a property of the cohorts and on class. */
export interface MetaRegression extends Omit<ApiMetaRegression, "remark"> {
  /** `remarks` hold the reason why there is no regression, or every doubt about it. */
  readonly remarks: readonly RegressionRemark[];
}

/**
 * Describes a randomised trial that concerns a question; none of its figures is pooled or compared with another
 * trial.
 */
export type RandomisedTrial = ApiComparison["randomised"][number];
export type RandomisedPlace = RandomisedTrial["place"];
export type RandomisedArm = RandomisedTrial["arms"][number];
export type EarlyDeaths = RandomisedArm["earlyDeaths"][number];
export type RandomisedSource = EarlyDeaths["source"];

/** Holds both hazard ratios of one data cut; above 1 there are more events with the product. */
export type RatiosOfCut = RandomisedArm["ratios"][number];
export type RandomisedRatio = NonNullable<RatiosOfCut["death"]>;

/** Holds the rate of an outcome in both arms, as the trial reported it; we compute no difference from it. */
export type RatesOfArms = NonNullable<RandomisedArm["alive"]>;
export type RandomisedRate = NonNullable<RatesOfArms["arm"]>;

/**
 * Holds the answer to a question. `G` is the union of the names of its groups: the two classes, unless the question
 * compares others.
 */
export interface Answer<G extends string = TherapyClass>
  extends Omit<
    ApiComparison,
    | "query"
    | "certainty"
    | "groups"
    | "groupNames"
    | "reference"
    | "outcomes"
    | "notes"
    | "patients"
    | "selection"
    | "review"
  > {
  readonly query: Query;
  readonly groups: readonly G[];
  readonly reference: G | null;
  readonly outcomes: readonly Row<G>[];
  readonly notes: readonly Note[];
  readonly patients: Readonly<Record<G, PatientsOfTrials>>;
  readonly selection: AnswerSelection<G>;
}
