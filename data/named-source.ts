/** Is a piece of text, or the place of a source of the cohort that a definition names. */
type Part = string | { readonly source: number };

/** "n=87 from source 5": definitions name sources of their cohort, and nothing else does. */
export function partsOfDefinition(definition: string): Part[] {
  // Every second part is a match of the expression.
  return definition
    .split(/\bsource (\d+)\b/)
    .map((part, index) => (index % 2 === 1 ? { source: Number(part) } : part));
}
