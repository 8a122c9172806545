import type { ComputeCohort, ComputeSet } from "#data/compute-set.ts";

export type Vocabulary = Pick<ComputeSet, "outcomes" | "products" | "cohorts" | "sets">;

type FieldOf<Cohort, Value> = {
  [Key in keyof Cohort]: Cohort[Key] extends Value ? Key : never;
}[keyof Cohort];

export interface Parameter {
  /** One word, words joined by commas, a range, or what to compare by. */
  readonly form: "choice" | "list" | "range" | "dimension";
  /** Lists examples of a range. It is a function if they depend on the evidence, because no schema lists these. */
  readonly words: readonly string[] | ((evidence: Vocabulary) => readonly string[]);
  /** Words of a list that exclude every other word; the first is the value where no word is ticked. */
  readonly alone?: readonly string[];
  /** Holds the value if the parameter is absent. Without `initial` a range has no limit and a list no word. */
  readonly initial?: string | readonly string[];
  /** `filter` is a predicate of that name in `evidence/filters.ts`, or the number of a cohort that a range limits. */
  readonly filter?: "predicate" | { readonly number: FieldOf<ComputeCohort, number | null> };
  /** The value that leaves no cohort out, if it differs from the initial value. */
  readonly widest?: string | readonly string[];
  /** Names the place where the parameter is offered: on its own sheet, or in a section of the sheet "More". */
  readonly section?: Section | "own-sheet";
  /** States the position within its section, if it differs from the order of `parameterNames`. */
  readonly place?: number;
  /** Values to offer instead of `words`: a range has none, a list may be offered as whole values. */
  readonly taps?: readonly string[] | "by-question";
}

/** Describes a field that only a named set decides; an address with it is refused. */
export interface SetField extends Omit<Parameter, "section" | "place" | "taps"> {
  readonly only: "sets";
}

/** Sections of the sheet with all filters that have no sheet of their own. */
export type Section = "ready" | "studies" | "patients" | "treatment" | "counted" | "exclude";
