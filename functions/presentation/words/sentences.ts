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

/** Joins clauses by semicolons; a clause that does not apply is empty, `false` or absent, and is left out. */
export function joinedClauses(clauses: readonly (string | false | null | undefined)[]): string {
  return clauses.filter(Boolean).join("; ");
}
