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
