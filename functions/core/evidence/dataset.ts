/** The evidence as the pure code sees it: the compute set plus the versions stamped on every answer. */
import type { ComputeSet } from "#data/compute-set.ts";
import type { Preset } from "../question/parse-presets.ts";

export interface Dataset extends Omit<ComputeSet, "presets"> {
  presets: readonly Preset[];
  dataVersion: string;
  answerVersion: string;
}
