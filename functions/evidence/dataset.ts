/** The evidence as the pure code sees it: the compute set plus the versions stamped on every answer. */
import type { ComputeSet } from "../../data/compute-set.ts";

export interface Dataset extends ComputeSet {
  dataVersion: string;
  answerVersion: string;
}
