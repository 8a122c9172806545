/**
 * Defines the notes of an answer as codes with the values that their words need: what a reader must know before
 * acting on a number. When each is made is the table in `notes.ts`, where it stands `presentation/words/places.ts`.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { EarlierKind } from "#data/vocabulary.ts";
import type { LabelNote } from "../evidence/label-notes.ts";
import type { Coded } from "../evidence/reasons.ts";
import type { Query } from "../question/query.ts";
import type { setOfQuestionSchema, spreadSchema } from "./schema/comparison.ts";
import type { Of } from "./schema/parts.ts";

export interface OfGroup {
  group: string;
}

/** Describes the published set of trials that the question names. */
export type SetOfQuestion = Of<typeof setOfQuestionSchema>;

export type Spread = Of<typeof spreadSchema>;

export type KindCount = ComputeCohort["priorBcmaKinds"][number];

export interface KindElsewhere extends KindCount {
  readonly trial: string;
}

export type Scale = "astct" | "lee" | "cartox" | "ctcae";

/**
 * Holds a note: its code with the values of that code. Lists of strings hold labels of cohorts unless stated
 * otherwise.
 */
export type Note = LabelNote | Coded<NoteValues>;

/** Holds the values of each note by its code; those of labels are in `evidence/label-notes.ts`. */
export interface NoteValues {
  /**
   * No median of one class reaches the other's, so the effect of the class cannot be separated from that of the
   * patients.
   */
  "patients-apart": { what: "age" | "prior-lines"; groups: (OfGroup & Spread)[] };
  /**
   * Selected trials or products (slugs) have no figure in the number of a group, which counts `k` of `of` trials; `k`
   * may be 0. `small` counts trials of fewer than 30 patients that are listed, not counted; `beside` lists products
   * of which only a label pool has a figure.
   */
  "figures-missing": OfGroup & {
    k: number;
    of: number;
    small: number;
    products: string[];
    beside: string[];
  };
  /** One of several trials has more than half of the events of a group. */
  "one-trial-carries": OfGroup & { trial: string; events: number; of: number };
  /** The rate rests on other trials than the row above, of which it is a part. */
  "other-trials": OfGroup & { above: string; label: string };
  /** The rate is higher than that of the row above, although its outcome is a part of the outcome of that row. */
  "above-whole": OfGroup & { above: string; label: string };
  /**
   * The note states which patients the rates count. `collected` lists the cohorts counted over all with cells
   * collected, by whether their count is printed or derived; `null` unless the question asks for it.
   */
  "patients-counted": {
    denominator: Query["denominator"];
    treated: boolean;
    randomised: string[];
    evaluable: string[];
    collected: { printed: string[]; derived: string[] } | null;
  };
  /** `unstated` is the number of the `figures` that state no grading scale. */
  grading: { scales: Scale[]; unstated: number; figures: number; broad: string[] };
  /** The figures count grade 3 or 4. The note lists the trials that do not report deaths from the same event. */
  "deaths-apart": { label: string; notReported: string[] };
  /** `months` is the median follow-up; `null` where it is known for fewer than half of the patients. */
  "follow-up": { classesDiffer: boolean; groups: (OfGroup & { months: number | null })[] };
  /**
   * `cuts` lists the cohorts whose figure is of another data cut than their figure for the outcome of which this one
   * is a part. `dropped` counts the cohorts left out because they share patients; `settled` is false if another
   * choice among them may hold more patients.
   */
  "cuts-and-overlap": {
    cuts: string[];
    dropped: (OfGroup & { cohorts: number })[];
    settled: boolean;
  };
  /** `combined` groups were given with other drugs in all trials, `alone` groups in none. */
  regimen: { combined: string[]; alone: string[] };
  /** Some trials escalated doses, so their cohorts received several doses. */
  "dose-finding": { trials: string[] };
  /**
   * Some trials hold patients with earlier BCMA-directed therapy. For a question after such therapy, `cohorts` tells
   * which kinds they had.
   */
  "earlier-therapy": {
    cohorts: readonly Pick<ComputeCohort, "product" | "label" | "priorBcmaKinds" | "n">[] | null;
  };
  /** No selected trial recruited for these kinds; `elsewhere` lists the counts of other trials. */
  "earlier-therapy-elsewhere": { kinds: { kind: EarlierKind; elsewhere: KindElsewhere[] }[] };
  /** Trials are named by enrolment before, across and after the first COVID-19 vaccines. */
  infections: Record<"before" | "across" | "after", string[]> & {
    notStated: number;
    /** `immunoglobulin` of the `cohorts` print how many patients had immunoglobulin replacement. */
    immunoglobulin: number;
    cohorts: number;
  };
  /** The note follows from the question itself. */
  question: {
    set:
      | (Pick<SetOfQuestion, "name" | "cohorts" | "cohortsPooled" | "modified"> & {
          /** `groups` is the number of cohorts with a figure for the first outcome of the answer. */
          reporting: { label: string; groups: number } | null;
        })
      | null;
    settingsMixed: boolean;
    byMedians: boolean;
    unreviewed: boolean;
    latest: boolean;
    overlapKept: boolean;
    confounded: boolean;
  };
}

export type NoteCode = Note["code"];
