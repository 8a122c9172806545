/** An answer as it is computed: codes with values, of which `presentation/words` makes text. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Exclusion, Refusal } from "../evidence/reasons.ts";
import type {
  BesidePool,
  Comparison,
  Enrolled,
  NotPooled,
  OutcomeComparison,
  Pool,
  ProductPool,
  StudyResult,
} from "./answer.ts";
import type { Note } from "./notes.ts";

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

export type CodedProductPool = Omit<ProductPool, "shown">;

export interface CodedPool
  extends Omit<Pool, "products" | "studies" | "broader" | "notPooled" | "beside" | "enrolled"> {
  products: readonly CodedProductPool[];
  studies: readonly CodedStudy[];
  broader: readonly CodedStudy[];
  beside: CodedBeside | null;
  notPooled: readonly CodedNotPooled[];
  /** `null` until `complete.ts` adds it. */
  enrolled: CodedEnrolled | null;
}

export interface CodedOutcome<G extends string = TherapyClass>
  extends Omit<OutcomeComparison<G>, "pools" | "notes"> {
  pools: Record<G, CodedPool>;
  notes: readonly Note[];
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
  extends Omit<Comparison<G>, "groupNames" | "outcomes" | "notes" | "selection"> {
  outcomes: readonly CodedOutcome<G>[];
  notes: readonly Note[];
  selection: CodedSelection<G>;
}
