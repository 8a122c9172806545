/**
 * What cohorts can be compared by, other than their class, as it is written in a question: a word, or
 * a name with the number at which a cohort's median is cut in two.
 */

export const dimensionNames = [
  "product",
  "target",
  "dual-target",
  "evidence",
  "setting",
  "binding-domain",
  "costimulation",
  "vector",
  "expansion",
  "lymphodepletion",
] as const;

export type DimensionName = (typeof dimensionNames)[number];

/** By the name before the colon, a cut that divides the cohorts, for whoever asks what the form is. */
export const thresholdExamples = { "prior-lines": 6, age: 62, "high-risk": 35 } as const;

export type ThresholdName = keyof typeof thresholdExamples;

/** The number at which a median is cut: after the colon. */
export const cutPattern = /\d{1,3}(?:\.\d)?/;

const cutText = new RegExp(`^([a-z-]+):(${cutPattern.source})$`);

/** The canonical text of a dimension; `null` when there is none of that name. */
export function dimensionText(text: string): string | null {
  if ((dimensionNames as readonly string[]).includes(text)) return text;
  const [, name = "", at] = text.match(cutText) ?? [];
  return Object.hasOwn(thresholdExamples, name) ? `${name}:${Number(at)}` : null;
}
