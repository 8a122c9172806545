/** The evidence as the pure code sees it: the compute set plus the versions stamped on every answer. */
import type { ComputeSet } from "#data/compute-set.ts";
import type { Query } from "../question/query.ts";

/** A ready-made question. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly query: Query;
}

export interface Dataset extends Omit<ComputeSet, "presets"> {
  presets: readonly Preset[];
  dataVersion: string;
  answerVersion: string;
}
