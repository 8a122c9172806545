/** Kinds of earlier therapy. Not part of the vocabulary, which the first view needs without these. */
export const bcmaKinds = ["adc", "bispecific", "car-t"] as const;

/** The kinds of therapy directed at BCMA, and any therapy directed at GPRC5D. */
export const earlierKinds = [...bcmaKinds, "gprc5d"] as const;
export type EarlierKind = (typeof earlierKinds)[number];
