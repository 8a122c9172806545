export function capitalise(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}

/** Returns the name of an outcome within a sentence; abbreviations stay capitalised. */
export function uncapitalise(text: string): string {
  return text.replace(/^[A-Z](?=[a-z]+\b)/, (first) => first.toLowerCase());
}

/** Makes a sentence with a capital first letter and a full stop. */
export function writeSentence(text: string): string {
  return `${capitalise(text)}.`;
}

/** Lists parts of a text; empty, `false` and absent parts are left out. */
type Parts = readonly (string | false | null | undefined)[];

/** Joins clauses with semicolons, as in `a; b`. */
export function joinClauses(clauses: Parts): string {
  return clauses.filter(Boolean).join("; ");
}

/** Joins parts with commas, as in `a, b`. */
export function joinByCommas(parts: Parts): string {
  return parts.filter(Boolean).join(", ");
}

/** Joins words or sentences with spaces, as in `a b`. */
export function joinBySpaces(parts: Parts): string {
  return parts.filter(Boolean).join(" ");
}
