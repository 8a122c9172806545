/** Joins words to texts, counts and sentences. */

export function capitalise(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}

/**
 * Begins a text with a small letter, for use within a sentence; abbreviations stay capitalised.
 */
export function uncapitalise(text: string): string {
  return text.replace(/^[A-Z](?=[a-z]+\b)/, (first) => first.toLowerCase());
}

/** Makes a sentence with a capital first letter and a full stop. */
export function writeSentence(text: string): string {
  return `${capitalise(text)}.`;
}

/** Lists parts of a text; empty, `false` and absent parts are left out. */
type Parts = readonly (string | false | null | undefined)[];

export function joinBySemicolons(clauses: Parts): string {
  return clauses.filter(Boolean).join("; ");
}

export function joinByCommas(parts: Parts): string {
  return parts.filter(Boolean).join(", ");
}

export function joinBySpaces(parts: Parts): string {
  return parts.filter(Boolean).join(" ");
}

/** Writes a count with its noun: `1 trial`, `2 trials`, `2 studies`. */
export function formatCountWithNoun(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : pluralise(noun)}`;
}

export function pluralise(noun: string): string {
  if (noun.endsWith("sis")) return noun.replace(/sis$/, "ses");
  return noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** Returns text such as `a`, `a and b`, `a, b and c`. */
export function joinWithConjunction(
  words: readonly string[],
  joining: "and" | "or" = "and",
): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${joining} ${last}`;
}

/** Returns the follow-up of a data cut, as in ` at 33.4-month follow-up`; empty if it is not known. */
export function describeFollowUpOfCut(months: number | null): string {
  return months === null ? "" : ` at ${months}-month follow-up`;
}

/** This caption stands below figures that are listed by trial or by study. */
export const asReported = "As reported, each by itself; never pooled.";
