/**
 * An answer in words: what `/v1/comparison` returns. It is the core's answer with texts in place of
 * codes; its schema is in `server/api/schemas`.
 */
import type {
  Answer,
  AnswerSelection,
  Collected,
  Excluded,
  FatalBeside,
  Grades,
  IntentionToTreat,
  MedianNotReached,
  MedianResult,
  MetaRegression,
  MonthOfTrial,
  Narrower,
  NotPooled,
  OtherRegimen,
  Pool,
  ProductPool,
  Row,
  StudyResult,
} from "#core/answer/answer.ts";
import type { refusalCodes } from "#core/evidence/reasons.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

/** A note: a stable code, a few words for a row, and its text. */
export interface ApiNote {
  readonly code: string;
  /** Of which group; `null` of all. */
  readonly group: string | null;
  readonly label: string;
  readonly text: string;
}

export interface ApiProductPool extends ProductPool {
  /** Its count; of several cohorts also that of each. */
  readonly shown: string;
}

export interface ApiOtherRegimen extends Omit<OtherRegimen, "studies"> {
  readonly studies: readonly StudyResult[];
}

export type ApiMedianNotReached = Omit<MedianNotReached, "trial" | "population" | "cut">;
export type ApiMedian = Omit<MedianResult, "trial" | "population" | "cut">;
export type ApiMonth = Omit<MonthOfTrial, "n" | "population" | "cut" | "followUpMonths">;

export interface ApiNotPooled extends Omit<NotPooled, "reason" | "percentage"> {
  readonly code: (typeof refusalCodes)[number];
  readonly reason: string;
  /** What a row shows of it; `null` if nothing. */
  readonly shown: string | null;
}

interface ApiCollected extends Omit<Collected, "cohorts"> {
  readonly text: string;
  readonly cohorts: readonly (Omit<Collected["cohorts"][number], "printed"> & {
    readonly text: string;
  })[];
}

export interface ApiIntentionToTreat extends Omit<IntentionToTreat, "studies" | "collected"> {
  readonly studies: readonly StudyResult[];
  readonly collected: ApiCollected | null;
}

export interface ApiPool
  extends Omit<
    Pool,
    | "products"
    | "studies"
    | "smaller"
    | "broader"
    | "narrower"
    | "medians"
    | "notReached"
    | "months"
    | "notPooled"
    | "beside"
    | "intentionToTreat"
  > {
  readonly products: readonly ApiProductPool[];
  readonly studies: readonly StudyResult[];
  readonly medians: readonly ApiMedian[];
  readonly notReached?: readonly ApiMedianNotReached[];
  readonly months?: readonly ApiMonth[];
  readonly smaller?: readonly StudyResult[];
  readonly broader: readonly StudyResult[];
  readonly narrower?: readonly (Omit<Narrower, "studies"> & {
    readonly studies: readonly StudyResult[];
  })[];
  readonly notPooled: readonly ApiNotPooled[];
  readonly beside: ApiOtherRegimen | null;
  readonly intentionToTreat: ApiIntentionToTreat | null;
}

interface ApiGrades extends Omit<Grades, "fatal"> {
  readonly fatal:
    | (Omit<FatalBeside, "studies"> & { readonly studies: readonly StudyResult[] })
    | null;
}

export interface ApiRow<G extends string = TherapyClass>
  extends Omit<Row<G>, "pools" | "notes" | "grades"> {
  readonly grades: ApiGrades | null;
  readonly pools: Readonly<Record<G, ApiPool>>;
  readonly notes: readonly ApiNote[];
}

interface ApiSelection<G extends string> extends Omit<AnswerSelection<G>, "excluded"> {
  readonly excluded: readonly (Omit<Excluded, "reason"> & { readonly reason: string })[];
}

export interface ApiComparison<G extends string = TherapyClass>
  extends Omit<Answer<G>, "outcomes" | "notes" | "selection"> {
  readonly groupNames: Readonly<Record<G, string>>;
  readonly outcomes: readonly ApiRow<G>[];
  readonly notes: readonly ApiNote[];
  readonly selection: ApiSelection<G>;
}

export interface ApiMetaRegression extends Omit<MetaRegression, "remarks"> {
  readonly remark: string | null;
}
