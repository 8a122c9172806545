/**
 * An answer as the core makes it: codes and numbers, no sentence. `presentation/statement` makes texts of
 * the codes; the JSON of `/v1` is a rendering of it.
 */
import type { effectMeasures } from "#data/collection-vocabulary.ts";
import type { Cohort, Figure, Outcome, PublishedResult } from "#data/schema.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import type { Coded, None } from "../evidence/code.ts";
import type { Exclusion, Refusal } from "../evidence/reasons.ts";
import type { MonthCell } from "../evidence/survival-months.ts";
import type { doubts, flaws } from "../others/doubts.ts";
import type { RandomisedTrial } from "../others/randomised.ts";
import type { Query } from "../question/query.ts";
import type { Interval } from "../statistics/interval.ts";
import type { Incomparable } from "../statistics/meta-regression/overlap.ts";
import type {
  checkNames,
  checkStatuses,
  equalAgeObstacles,
  lossReasons,
  rowStatusCodes,
} from "./check-names.ts";
import type { AskedSet, Note } from "./note-values.ts";

export type { Interval } from "../statistics/interval.ts";

type Regimen = "monotherapy" | "combination";

/** Patients with the event, of so many; `null` for survival at a month, which has no counts. */
interface Counts {
  readonly events: number | null;
  readonly n: number | null;
}

interface OfCohort {
  /** Id. */
  readonly cohort: string;
  readonly label: string;
}

interface OfClass extends OfCohort {
  readonly therapyClass: TherapyClass;
}

interface OfProduct extends OfCohort {
  readonly product: string;
}

export interface Citation {
  readonly text: string;
  /** DOI or PubMed record. */
  readonly href: string | null;
  readonly locator: string | null;
  /** 1 paper, regulator or label; 2 congress, company or review; 3 trade news; 4 unreviewed. */
  readonly tier: number;
  /** The trial's own paper, even if the figure was quoted in a review; else its registry record. */
  readonly publication: string | null;
}

/** A pooled cohort with its figure, as it is printed in every answer. */
export interface StudyResult extends OfProduct, Counts {
  /** The cohort's own rate, 0 to 1. */
  readonly estimate: number;
  /** Exact of a count; as printed, or from the number at risk, for survival at a month. */
  readonly interval: Interval;
  /** Percent of the information in the pool. */
  readonly weight: number;
  readonly followUpMonths: number | null;
  readonly population: Population;
  /** Of an outcome of grade 3 and higher: which of them are counted, where that is reported. */
  readonly grades?: NonNullable<Figure["grades"]>;
  /** Events over the infused, as cited; the number with cells collected has a source of its own. */
  readonly derived?: true;
  readonly regimen: Regimen;
  readonly design: Cohort["design"];
  /** `primary`, or which other analysis of the same study. */
  readonly cut: string;
  /** Place in the list of sources, from 0. */
  readonly source: number;
  /** Added by those who hold the sources. */
  readonly citation: Citation | null;
}

/** The same with what its words need. */
export interface Study extends StudyResult {
  /** The outcome under which it was printed: another than asked with `definition=broad`. */
  readonly printed: string;
  /** Id; several cohorts may be parts of one trial. */
  readonly trial: string;
  /** Whether it pools trials itself, as labels do. */
  readonly isPool: boolean;
}

export interface ProductPool extends Counts {
  readonly product: string;
  /** Cohorts of fewer than 30 patients beside the product's only larger trial, which alone is its number. */
  readonly smaller?: readonly string[];
  readonly k: number;
  /** `null` for survival at a month in several cohorts. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
}

/** The other kind of regimen with its own pool: alone and in combination are never one. */
export interface OtherRegimen extends Counts {
  readonly regimen: Regimen;
  readonly k: number;
  readonly products: readonly string[];
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly studies: readonly Study[];
}

export interface FollowUp {
  /** Median of the cohorts' medians, weighted by patients. */
  readonly months: number | null;
  /** Of the patients, 0 to 1. */
  readonly unknownShare: number;
}

/** By other models than the default one, of two cohorts or more; names are metafor's. */
export interface Heterogeneity {
  readonly tests: readonly {
    readonly name: "cochran" | "likelihood-ratio" | "wald";
    readonly q: number;
    readonly df: number;
    readonly pValue: number;
  }[];
  readonly tau2: number | null;
  readonly tau2Interval: Interval | null;
  /** Of the pool's I². */
  readonly i2Interval: Interval | null;
  readonly h2: number | null;
}

/** A selected cohort without a figure that can be pooled, with the figure nearest to the primary cut. */
export interface NotPooled extends OfProduct, Counts {
  readonly reason: Refusal;
  readonly percentPrinted: number | null;
  readonly followUpMonths: number | null;
  /** Of a percentage without a count: of whom it is and where it was reported. */
  readonly percentage?: PercentageSource;
}

export interface PercentageSource {
  readonly outcome: string;
  readonly trial: string;
  readonly regimen: Regimen;
  readonly population: Population;
  readonly cut: string;
  /** Place in the list of sources, from 0. */
  readonly source: number;
  /** Added by those who hold the sources. */
  readonly citation: Citation | null;
}

export interface MedianNotReached extends OfProduct {
  /** Id; several cohorts may be parts of one trial. */
  readonly trial: string;
  readonly regimen: Regimen;
  readonly population: Population;
  readonly cut: string;
  /** As printed; an end that was not reached is `null`. */
  readonly interval: readonly [number | null, number | null] | null;
  readonly followUpMonths: number | null;
  readonly citation: Citation | null;
}

/** What a trial says of the month of a row: as printed for it, by a later month, or by its median. */
export interface MonthOfTrial extends OfProduct {
  /** Id; several cohorts may be parts of one trial. */
  readonly trial: string;
  readonly regimen: Regimen;
  readonly kind: Exclude<MonthCell["kind"], "unknown">;
  /** 0 to 1; `null` where only the median says something. */
  readonly survival: number | null;
  readonly interval: Interval | null;
  /** The month for which it was printed. */
  readonly month: number | null;
  readonly n: number | null;
  readonly population: Population;
  readonly cut: string;
  readonly followUpMonths: number | null;
  /** Of the month, or of the median that says it. */
  readonly citation: Citation | null;
}

/** An outcome whose patients are some of those of the row: its rate is a lower bound of the row's. */
export interface Narrower {
  readonly outcome: string;
  readonly label: string;
  readonly studies: readonly Study[];
}

export interface MedianResult extends MedianNotReached {
  readonly months: number;
}

interface Infused {
  readonly events: number;
  readonly n: number;
}

/** Responses over all with cells collected, of the cohorts of the pool of which it is known. */
export interface Collected {
  readonly trials: number;
  readonly of: number;
  readonly infused: Infused;
  /** `derived`: not printed for the same cut, but following from those infused. */
  readonly collected: Infused & { readonly derived: boolean };
  readonly cohorts: readonly (OfCohort & {
    readonly infused: Infused;
    readonly collected: Infused;
    readonly derived: boolean;
    /** That all who were enrolled had cells collected. */
    readonly assumed: boolean;
    readonly cut: string;
    readonly source: number;
    readonly citation: Citation | null;
    /** The outcome under which the number with cells collected was printed. */
    readonly printed: string;
  })[];
}

/** A benefit of CAR-T over all who were to be treated; from other cohorts than the pool. */
export interface IntentionToTreat extends Counts {
  readonly k: number;
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly studies: readonly Study[];
  readonly infused: readonly (OfCohort & Infused)[];
  readonly collected: Collected | null;
}

/** `by-trial`: never pooled. `boundary`, `fallback`: frequentist only. */
export type PoolStatus =
  | "ok"
  | "no-cohorts"
  | "one-trial"
  | "by-trial"
  | "all-zero"
  | "all-events"
  | "prior-conflict"
  | "boundary"
  | "fallback";

export interface Pool extends Counts {
  readonly status: PoolStatus;
  /** `null` without cohorts, and in a published set, which pools both kinds. */
  readonly regimen: Regimen | null;
  /** Distinct trials: parts of one trial count once. Of a published set the cohorts that it counted. */
  readonly k: number;
  /** Of so many selected trials of this kind of regimen. */
  readonly of: number;
  /** Selected products that it does not hold. */
  readonly missing: readonly string[];
  /** Rate of a typical trial, 0 to 1: the posterior median; of a single one its counts added. */
  readonly estimate: number | null;
  /** 95 %; exact of a single trial. */
  readonly interval: Interval | null;
  /** Where the rate of a new cohort would lie with 95 % probability. */
  readonly predictionInterval: Interval | null;
  /** Spread between cohorts, a standard deviation on the scale of the model. */
  readonly tau: number | null;
  /** 100 τ² / (τ² + v), percent, v the typical sampling variance. */
  readonly i2: number | null;
  readonly heterogeneity?: Heterogeneity;
  readonly followUp: FollowUp | null;
  readonly products: readonly ProductPool[];
  readonly studies: readonly Study[];
  /** Trials of fewer than 30 patients beside the only larger one, which alone makes the number. */
  readonly smaller?: readonly Study[];
  /** By the broader definition, where no cohort has a figure by the strict one; never pooled. */
  readonly broader: readonly Study[];
  /** Of a harm of which nothing else is counted; never pooled. Added by `complete.ts`. */
  readonly narrower?: readonly Narrower[];
  readonly notPooled: readonly NotPooled[];
  /** Of survival at a month; added by `complete.ts`, like `notReached`. */
  readonly medians: readonly MedianResult[];
  readonly notReached?: readonly MedianNotReached[];
  /** Also of trials that printed no more than their median; added like `notReached`. */
  readonly months?: readonly MonthOfTrial[];
  readonly beside: OtherRegimen | null;
  /** `null` until `complete.ts` adds it. */
  readonly intentionToTreat: IntentionToTreat | null;
}

/** One of the seven checks of a difference. */
export interface Check {
  readonly check: (typeof checkNames)[number];
  readonly status: (typeof checkStatuses)[number];
  /** Which of several is shown, the one nearest to 0: a region, `approved`, a product; the model; the age. */
  readonly of: string | null;
  readonly differencePer100: number | null;
  readonly differenceInterval: Interval | null;
  readonly oddsRatio: number | null;
  /** `null` also where a limit exceeds the largest number. */
  readonly oddsRatioInterval: Interval | null;
  /** Of several how many could be asked; of how many trials it is known. */
  readonly asked: number | null;
  readonly total: number | null;
  /** Of all collected: so many of 100 are assumed to be infused where it is not known. */
  readonly assumedPer100: number | null;
  /** Why equal age cannot be asked. */
  readonly because: (typeof equalAgeObstacles)[number] | null;
  /** Trials of both classes in what is left; `null` where nothing could be asked. */
  readonly trials: number | null;
  /** Of a lost check. */
  readonly lostBecause: (typeof lossReasons)[number] | null;
}

/** Why a difference is not printed; `rules` of `/methods` states each. */
export const contrastStatuses = [
  "ok",
  /** A side has no number, or the two have none of one model. */
  "not-estimable",
  "one-trial",
  /** A side rests on one product of several that were selected. */
  "one-product",
  /** Of an outcome that accumulates: median follow-up is known for fewer than half of the patients. */
  "follow-up-unknown",
  /** Of an outcome that accumulates: the median follow-ups are more than twofold apart. */
  "follow-ups-apart",
] as const;

export type ContrastStatus = (typeof contrastStatuses)[number];

/** How sure the difference of a row is, or why it has none. */
export interface RowStatus {
  readonly code: (typeof rowStatusCodes)[number];
  /** Of the checks that could be asked, how many hold; `null` without a difference clear of 0. */
  readonly holds: number | null;
  readonly asked: number | null;
  /** Why a row is not compared; `no-number`: a class has none; `intervals-disagree`: those of difference and odds ratio. */
  readonly why: Exclude<ContrastStatus, "ok"> | "no-number" | "intervals-disagree" | null;
}

/** Fitted, not subtracted. For a landmark `hazardRatio` is about the event, all else about survival. */
export interface Contrast<G extends string = TherapyClass> {
  readonly group: G;
  readonly against: G;
  readonly status: ContrastStatus;
  /** Above 1: more events in the group. */
  readonly oddsRatio: number | null;
  readonly interval: Interval | null;
  readonly hazardRatio: number | null;
  readonly hazardRatioInterval: Interval | null;
  /** Per 100 patients; above 0: more in the group. */
  readonly differencePer100: number | null;
  readonly differenceInterval: Interval | null;
  /** That the rate is higher in the group; only of the default model. */
  readonly probabilityHigher: number | null;
  readonly pValue: number | null;
  /** Of a difference between the classes whose interval excludes 0. */
  readonly checks: readonly Check[] | null;
  /** Whether it may be emphasised. */
  readonly firm: boolean;
}

interface PublishedPoolBeside {
  /** Id of the publication. */
  readonly publication: string;
  readonly citation: string;
  readonly href: string | null;
  readonly year: number | null;
  readonly searchedTo: string | null;
  readonly k: number | null;
  /** 0 to 1; `null` where patients were counted and no rate was printed. */
  readonly estimate: number | null;
  readonly events: number | null;
  readonly interval: Interval | null;
  readonly contrast: {
    readonly measure: "odds-ratio" | "hazard-ratio";
    readonly value: number;
    readonly interval: Interval;
    readonly p: string | null;
  } | null;
  readonly priorLines: readonly [number | null, number | null] | null;
  readonly target: "bcma" | "gprc5d" | "other" | "mixed" | null;
  readonly evidence: PublishedResult["scope"]["evidence"];
  readonly definition: PublishedResult["scope"]["definition"];
}

/** What meta-analyses printed for the outcome and class of a row. */
export interface PublishedBeside {
  readonly pools: Readonly<Record<TherapyClass, readonly PublishedPoolBeside[]>>;
  /** Classes whose rate here lies outside those of all pools, in whole patients of 100. */
  readonly outside: readonly {
    readonly group: TherapyClass;
    readonly analyses: number;
    readonly lowest: number;
    readonly highest: number;
    readonly isHigher: boolean;
  }[];
  /** Published survival that the trials here do not allow. */
  readonly contradicted: readonly {
    readonly group: TherapyClass;
    readonly publication: string;
    readonly estimate: number;
    readonly isHigher: boolean;
    readonly by: readonly (OfCohort & { readonly months: number | null })[];
  }[];
}

/** CAR-T against bispecifics in randomised or matched patients; a ratio above 1: more events with CAR-T. */
export interface HeadToHead {
  readonly design: "randomised" | "matched";
  readonly event: string;
  readonly label: string;
  readonly measure: (typeof effectMeasures)[number];
  readonly lowest: number;
  readonly highest: number;
  /** Of the only analysis. */
  readonly interval: Interval | null;
  /** Ids of the analyses that count. */
  readonly studies: readonly string[];
  /** In how many the interval excludes 1. */
  readonly clear: number;
  /** How many are of one network, so that they share patients. */
  readonly sharing: number;
  /** What makes them doubtful. */
  readonly doubts: readonly (typeof doubts)[number][];
  /** Analyses that are left out, and why. */
  readonly uncounted: readonly {
    readonly study: string;
    readonly because: readonly (typeof flaws)[number][];
  }[];
}

/** Which grades the figures of a row count, where it counts grade 3 and higher: a code for its name. */
export interface Grades {
  /** With a figure in the row, given alone or combined. */
  readonly trials: number;
  /** Of them, those that count grade 3 or 4 alone. */
  readonly withoutDeaths: number;
  readonly withDeaths: number;
  /** Those that do not report whether deaths count. */
  readonly notReported: number;
  /** The deaths of the same event in trials without them; `null` where none is without, or none are counted. */
  readonly fatal: FatalBeside | null;
}

export interface FatalBeside {
  readonly outcome: string;
  readonly label: string;
  /** Printed for the same data cut. */
  readonly studies: readonly Study[];
  /** Trials whose deaths are not reported for that cut. */
  readonly notReported: readonly OfProduct[];
}

export interface Row<G extends string = TherapyClass> {
  readonly outcome: string;
  readonly label: string;
  readonly detail: string | null;
  /** `null` where not grade 3 and higher are counted. */
  readonly grades: Grades | null;
  /** Completes "26 more …". */
  readonly phrase: string;
  readonly group: Outcome["group"];
  /** `response` at the one that an answer tells first. */
  readonly role: NonNullable<Outcome["role"]> | null;
  readonly direction: Outcome["direction"];
  /** When a harm comes; `null` of a benefit. */
  readonly harmGroup: NonNullable<Outcome["harmGroup"]> | null;
  readonly timeDependent: boolean;
  readonly appliesTo: readonly TherapyClass[];
  readonly notFor: Outcome["notFor"];
  /** Where a published set is repeated: cohorts with a figure, of so many that are asked for. */
  readonly set: { readonly found: number; readonly used: number | null } | null;
  /**
   * `counts` where a class has a number, but no trial of 30 patients or more, or has none and a broader figure of
   * fewer: then both classes show how many of how many, because a count beside a rate is misread. `null` between
   * other groups than the classes.
   */
  readonly shownAs: "rates" | "counts" | null;
  readonly pools: Readonly<Record<G, Pool>>;
  readonly contrasts: readonly Contrast<G>[];
  /** `null` until `complete.ts` adds it, and between other groups than the classes. */
  readonly status: RowStatus | null;
  /** `null` until `complete.ts` adds it, and between other groups than the classes. */
  readonly published: PublishedBeside | null;
  readonly headToHead: readonly HeadToHead[];
  readonly notes: readonly Note[];
}

/** A filter that could be lifted where a class is empty. */
export interface WiderQuestion {
  readonly parameter: string;
  /** Canonical text. */
  readonly query: string;
  readonly cohorts: Readonly<Record<TherapyClass, number>>;
}

interface Medians {
  readonly lowest: number;
  readonly highest: number;
  /** Trials that print one, of so many. */
  readonly trials: number;
  readonly of: number;
}

/** Who was in the trials with a figure in any row. */
export interface PatientsOfTrials {
  readonly trials: number;
  readonly medianAge: Medians | null;
  readonly medianPriorLines: Medians | null;
}

export interface Excluded extends OfClass {
  /** Name of the parameter. */
  readonly parameter: string;
  readonly reason: Exclusion;
}

export interface AnswerSelection<G extends string = TherapyClass> {
  readonly included: readonly (OfClass & { readonly product: string; readonly group: G })[];
  readonly excluded: readonly Excluded[];
  readonly cohorts: Readonly<Record<G, number>>;
  /** When a group is empty, most helpful first. */
  readonly wider: readonly WiderQuestion[];
  /** The same outcomes with every filter at its default. */
  readonly reset: string;
}

interface OfGroup extends OfCohort {
  readonly group: TherapyClass;
}

/** A property by which trials can differ, by the name of its parameter. */
export type ModeratorName = "prior-lines" | "age" | "year" | "follow-up";

export type RegressionRemark = Coded<{
  "few-cohorts": { k: number; enough: number };
  /** The cohorts without overlap that hold most patients may be others. */
  "overlap-unsettled": None;
  /** So many cohorts share their product with another one; the model takes them as independent. */
  "clusters-ignored": { cohorts: number; products: number };
  /** The trials of a class have these values only: it has no slope, and is not in the model. */
  "no-spread": { group: TherapyClass; values: readonly number[]; moderator: ModeratorName };
  /** τ of each class by itself, and the test of one for both. */
  "spreads-differ": { carT: number; bsab: number; pValue: number };
  "too-few-cohorts": { k: number; least: number };
  "no-answer": { status: string };
}>;

/** How the rate of an outcome goes with a property of the cohorts, and with class. */
export interface MetaRegression {
  readonly status: "ok" | "not-estimable";
  /** Why there is none, or all there is to doubt in it. */
  readonly remarks: readonly RegressionRemark[];
  readonly outcome: string;
  readonly moderator: ModeratorName;
  readonly model: "glmm" | "reml" | "dl";
  /** In the model: without those of a class that has too few values for a slope. */
  readonly k: number;
  /** On the logit scale; of a moderator per unit. Of the class only where it can be compared at equal values. */
  readonly terms: readonly {
    readonly name: string;
    readonly estimate: number;
    readonly se: number;
    readonly pValue: number;
    readonly interval: Interval;
    /** `null` where it is larger than a number can be. */
    readonly oddsRatio: number | null;
  }[];
  readonly tau2: number | null;
  /** Percent of the spread that class and moderator account for together. */
  readonly r2: number | null;
  /** CAR-T against bispecifics at an equal value of the moderator; `null` for one class alone. */
  readonly between: {
    /** Whether both classes have spread and a trial each where their ranges overlap. */
    readonly status: "ok" | Incomparable;
    readonly oddsRatio: number | null;
    readonly interval: Interval | null;
    readonly pValue: number | null;
    /** The values that lie within the ranges of both classes. */
    readonly overlap: Interval | null;
    /** Of 100 patients, in the middle of these. */
    readonly difference: {
      readonly at: number;
      readonly per100: number;
      /** `null` where it and the interval of the odds ratio disagree. */
      readonly interval: Interval | null;
    } | null;
  } | null;
  readonly points: readonly (OfGroup & {
    readonly trial: string;
    readonly x: number;
    readonly events: number;
    readonly n: number;
    /** Whom its rate counts; those of a regression need not count the same patients. */
    readonly population: Population;
    readonly estimate: number;
  })[];
  /** Within what the cohorts of a class have. */
  readonly lines: Readonly<
    Record<
      TherapyClass,
      readonly { readonly x: number; readonly estimate: number; readonly interval: Interval }[]
    >
  >;
  /** Pooled cohorts that do not report the moderator. */
  readonly silent: readonly OfGroup[];
}

/** `G` are the names of the groups: the two classes, unless the question compares others. */
export interface Answer<G extends string = TherapyClass> {
  readonly answerVersion: string;
  readonly dataVersion: string;
  readonly dataDate: string;
  readonly query: Query;
  /** The question as one text, without what is default. */
  readonly canonical: string;
  readonly href: string;
  readonly set: AskedSet | null;
  readonly groups: readonly G[];
  readonly reference: G | null;
  readonly outcomes: readonly Row<G>[];
  readonly notes: readonly Note[];
  /** Trials that drew lots between a product and standard therapy; added by those who hold them. */
  readonly randomised: readonly RandomisedTrial[];
  readonly patients: Readonly<Record<G, PatientsOfTrials>>;
  readonly selection: AnswerSelection<G>;
  readonly review: { readonly status: "not-reviewed" | "reviewed"; readonly statement: string };
}
