/** The evidence as the pure code uses it: the compute set and the versions of every answer. */
import type { ComputeSet } from "#data/compute-set.ts";
import type { Preset } from "../question/read-question.ts";

export interface Dataset extends Omit<ComputeSet, "presets"> {
  presets: readonly Preset[];
  dataVersion: string;
  answerVersion: string;
}

/** The outcomes that are parts of one, as fatal infection is of death without relapse. */
export function partsOf(
  outcome: string,
  { outcomes }: Pick<Dataset, "outcomes">,
): Dataset["outcomes"] {
  return outcomes.filter(({ partOf }) => partOf === outcome);
}
