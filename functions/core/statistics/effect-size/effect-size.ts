/** One study's estimate on the scale of the analysis, with its sampling variance. */
export interface EffectSize {
  readonly yi: number;
  readonly vi: number;
}

/** Counts after a continuity correction: no longer whole numbers. */
export interface Counts {
  readonly events: number;
  readonly nonEvents: number;
}

/** Transforms a proportion to another scale and back. Names as in metafor's `escalc`. */
export interface Transform {
  readonly name: "PLO" | "PFT" | "PAS";
  readonly effectSize: (counts: Counts) => EffectSize;
  /** Proportion, 0–1, at `y`. `ns` are the sizes of the studies pooled. */
  readonly back: (y: number, ns: readonly number[]) => number;
}
