/** The evidence as the pure code uses it: the compute set and the versions of every answer. */
import type { ComputeSet } from "#data/compute-set.ts";
import type { Preset } from "../question/read-question.ts";

export interface Dataset extends Omit<ComputeSet, "presets"> {
  presets: readonly Preset[];
  dataVersion: string;
  answerVersion: string;
}
