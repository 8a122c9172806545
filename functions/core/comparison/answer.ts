/** The types of an answer, from its schema, of which only types are imported: it is not sent. */
import type { GenericSchema, InferOutput } from "valibot";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Frozen } from "../evidence/coded.ts";
import type { Query } from "../question/query.ts";
import type * as schema from "./answer-schema.ts";
import type * as pool from "./pool-schema.ts";
import type { headToHeadSchema, publishedBesideSchema } from "./published-schema.ts";

export type { Interval } from "../statistics/interval.ts";

export type Of<S extends GenericSchema> = Frozen<InferOutput<S>>;

/** `T` with more exact types of some fields: the schema does not know the names of the groups. */
type Replaced<T, Fields extends Partial<Record<keyof T, unknown>>> = Omit<T, keyof Fields> & Fields;

export type ApiNote = Of<typeof schema.noteSchema>;
export type Check = Of<typeof schema.checkSchema>;
export type Citation = Of<typeof pool.citationSchema>;
export type StudyResult = Of<typeof pool.studyResultSchema>;
export type BesidePool = Of<typeof pool.besidePoolSchema>;
export type ProductPool = Of<typeof pool.productPoolSchema>;
export type Heterogeneity = Of<typeof pool.heterogeneitySchema>;
export type FollowUp = Of<typeof pool.followUpSchema>;
export type PoolStatus = Of<typeof pool.poolStatusSchema>;
export type NotPooled = Of<typeof pool.notPooledSchema>;
export type MedianResult = Of<typeof pool.medianResultSchema>;
export type MedianNotReached = Of<typeof pool.medianNotReachedSchema>;
export type Pool = Of<typeof pool.poolSchema>;
export type Enrolled = NonNullable<Pool["enrolled"]>;
export type Relaxation = Of<typeof schema.relaxationSchema>;
export type PatientsOfTrials = Of<typeof schema.patientsSchema>;
export type AskedSet = Of<typeof schema.askedSetSchema>;
export type PublishedBeside = Of<typeof publishedBesideSchema>;
export type HeadToHead = Of<typeof headToHeadSchema>;

/** `G` are the names of the groups: the two classes, unless the question compares others. */
export type Contrast<G extends string = TherapyClass> = Replaced<
  Of<typeof schema.contrastSchema>,
  { readonly group: G; readonly against: G }
>;

export type OutcomeComparison<G extends string = TherapyClass> = Replaced<
  Of<typeof schema.outcomeComparisonSchema>,
  { readonly pools: Readonly<Record<G, Pool>>; readonly contrasts: readonly Contrast<G>[] }
>;

type Selection = Of<typeof schema.selectionSchema>;

export type Comparison<G extends string = TherapyClass> = Replaced<
  Of<ReturnType<typeof schema.comparisonSchemaOf<GenericSchema<Query>>>>,
  {
    readonly query: Query;
    readonly groups: readonly G[];
    readonly groupNames: Readonly<Record<G, string>>;
    readonly reference: G | null;
    readonly outcomes: readonly OutcomeComparison<G>[];
    readonly patients: Readonly<Record<G, PatientsOfTrials>>;
    readonly selection: Replaced<
      Selection,
      {
        readonly included: readonly Replaced<
          Selection["included"][number],
          { readonly group: G }
        >[];
        readonly cohorts: Readonly<Record<G, number>>;
      }
    >;
  }
>;
