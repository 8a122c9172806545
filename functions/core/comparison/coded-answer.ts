/** An answer as it is computed: codes with values, of which `presentation/words` makes text. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Exclusion, Refusal } from "../evidence/reasons.ts";
import type {
  BesidePool,
  Certainty,
  ChainMark,
  Comparison,
  Enrolled,
  NotPooled,
  OutcomeComparison,
  Pool,
  ProductPool,
  PublishedBeside,
  StudyResult,
} from "./answer.ts";
import type { ChainValues, CodedRemark } from "./coded-remarks.ts";

export interface CodedNotPooled extends Omit<NotPooled, "code" | "reason" | "shown"> {
  reason: Refusal;
}

export interface CodedStudy extends StudyResult {
  /** The outcome under which it was printed: another than asked with `definition=broad`. */
  printed: string;
  /** Whether it pools trials itself, as labels do. */
  isPool: boolean;
}

export interface CodedBeside extends Omit<BesidePool, "studies"> {
  studies: readonly CodedStudy[];
}

type Collected = NonNullable<Enrolled["collected"]>;

export interface CodedCollected extends Omit<Collected, "cohorts" | "text"> {
  /** `printed`: the outcome under which the number with cells collected was printed. */
  cohorts: readonly (Omit<Collected["cohorts"][number], "text"> & Pick<CodedStudy, "printed">)[];
}

export interface CodedEnrolled extends Omit<Enrolled, "studies" | "collected"> {
  studies: readonly CodedStudy[];
  collected: CodedCollected | null;
}

export interface CodedPublished extends Omit<PublishedBeside, "line"> {
  /** The name of the set that the question repeats, if results of it are held. */
  repeats: string | null;
  /** Why a number that this set printed is not shown. */
  withheld: string | null;
}

export type CodedByName = Omit<NonNullable<OutcomeComparison["byName"]>[number], "text">;

export type CodedProductPool = Omit<ProductPool, "shown">;

export type CodedChain = Omit<ChainMark, "text"> & ChainValues;

export interface CodedPool
  extends Omit<Pool, "products" | "studies" | "notPooled" | "beside" | "chain" | "enrolled"> {
  /** `null` until `chained`, which knows the other rows. */
  chain: CodedChain | null;
  products: readonly CodedProductPool[];
  studies: readonly CodedStudy[];
  beside: CodedBeside | null;
  notPooled: readonly CodedNotPooled[];
  /** `null` until `complete.ts` adds it. */
  enrolled: CodedEnrolled | null;
}

export interface CodedCertainty extends Omit<Certainty, "reasons"> {
  reasons: readonly CodedRemark[];
}

export interface CodedOutcome<G extends string = TherapyClass>
  extends Omit<OutcomeComparison<G>, "pools" | "certainty" | "cautions" | "published" | "byName"> {
  pools: Record<G, CodedPool>;
  certainty: CodedCertainty;
  cautions: readonly CodedRemark[];
  published: CodedPublished | null;
  byName?: readonly CodedByName[];
}

type Selection<G extends string> = Comparison<G>["selection"];

export interface CodedExcluded extends Omit<Selection<string>["excluded"][number], "reason"> {
  reason: Exclusion;
}

export interface CodedSelection<G extends string = TherapyClass>
  extends Omit<Selection<G>, "excluded"> {
  excluded: readonly CodedExcluded[];
}

/** Without names of groups, because these depend on the language, and without a patient. */
export interface CodedComparison<G extends string = TherapyClass>
  extends Omit<Comparison<G>, "groupNames" | "outcomes" | "cautions" | "selection" | "patient"> {
  outcomes: readonly CodedOutcome<G>[];
  cautions: readonly CodedRemark[];
  selection: CodedSelection<G>;
}
