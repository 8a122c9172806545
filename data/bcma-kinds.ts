/** Not part of the vocabulary, which the first view needs without these. */
export const bcmaKinds = ["adc", "bispecific", "car-t"] as const;
export type BcmaKind = (typeof bcmaKinds)[number];
