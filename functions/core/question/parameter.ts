/** What one entry of `parameters.ts` says. */
import type { ComputeCohort, ComputeSet } from "#data/compute-set.ts";

/** What of the evidence a query can name. */
export type Vocabulary = Pick<ComputeSet, "outcomes" | "products" | "cohorts" | "sets">;

type FieldOf<Cohort, Value> = {
  [Key in keyof Cohort]: Cohort[Key] extends Value ? Key : never;
}[keyof Cohort];

export interface Parameter {
  /** One word, words joined by commas, a range, a number, or what to compare by. */
  readonly form: "choice" | "list" | "range" | "number" | "dimension";
  /**
   * The words it accepts; of a range or number examples. A function where they come from the evidence
   * or may grow with it: answers promise no closed list of these.
   */
  readonly words: readonly string[] | ((evidence: Vocabulary) => readonly string[]);
  /** What applies when it is not said: of a range or number no limit, of a list no word. */
  readonly initial?: string | readonly string[];
  /**
   * What it leaves cohorts out by: their number in a range, one of their words, a part of the
   * construct, which only CAR-T cells have; or a rule of its own in `evidence/filters.ts`.
   */
  readonly filter?:
    | "own"
    | { readonly number: FieldOf<ComputeCohort, number | null> }
    | { readonly word: FieldOf<ComputeCohort, string | null> }
    | { readonly construct: keyof NonNullable<ComputeCohort["construct"]> };
  /** What leaves nobody out, if its initial value is not that already. */
  readonly widest?: string | readonly string[];
  /** Where it can be tapped: on a sheet of its own, or in a section of the one for all others. */
  readonly section?: Section | "own";
  /** Among those of its section: by its name's place above, unless it is to come before or after. */
  readonly place?: number;
  /** Other taps than its words: of a range or number, which has none, or following from the question. */
  readonly taps?: readonly string[] | "by-question";
  /** With another value than its initial one, a question needs more than the usual rules: `comparison/beyond.ts`. */
  readonly beyond?: true;
}

/** Of the sheet with all the filters that have none of their own. */
export type Section =
  | "ready"
  | "studies"
  | "patients"
  | "treatment"
  | "construct"
  | "counted"
  | "exclude";
