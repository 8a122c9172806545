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

/** A sentence of the clauses that are said. */
export function clauses(...parts: readonly (string | false)[]): string {
  return sentence(parts.filter(Boolean).join("; "));
}
