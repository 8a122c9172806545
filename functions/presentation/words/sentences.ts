export function capitalised(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}

/** The name of an outcome within a sentence; abbreviations stay as they are. */
export function uncapitalised(text: string): string {
  return text.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
}

/** Makes a sentence: capital first letter and a full stop. */
export function sentence(text: string): string {
  return `${capitalised(text)}.`;
}

/** Parts of a text, of which empty, `false` and absent ones are left out. */
type Parts = readonly (string | false | null | undefined)[];

/** Returns text such as `a; b`. */
export function joinedClauses(clauses: Parts): string {
  return clauses.filter(Boolean).join("; ");
}

/** Returns text such as `a, b`. */
export function withCommas(parts: Parts): string {
  return parts.filter(Boolean).join(", ");
}

/** Returns text such as `a b`, of words or of sentences. */
export function withSpaces(parts: Parts): string {
  return parts.filter(Boolean).join(" ");
}
