/** Is a piece of text, or the place of a source of the cohort that a definition names. */
type Part = string | { readonly source: number };

/**
 * Splits a definition such as "n=87 from source 5" into texts and the sources of its cohort that it names.
 */
export function splitDefinitionAtSources(definition: string): Part[] {
  // Every second part is a match of the expression.
  return definition
    .split(/\bsource (\d+)\b/)
    .map((part, index) => (index % 2 === 1 ? { source: Number(part) } : part));
}
