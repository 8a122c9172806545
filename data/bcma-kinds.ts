/**
 * Kinds of therapy directed at BCMA. Not part of the vocabulary: the form for a patient needs them,
 * and the first view needs the vocabulary and not these.
 */
export const bcmaKinds = ["adc", "bispecific", "car-t"] as const;
export type BcmaKind = (typeof bcmaKinds)[number];
