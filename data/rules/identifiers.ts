/**
 * Warns of publications and trials without an identifier: the build goes on without it, and whoever checks the data
 * is told.
 */
import type { Evidence, Warning } from "../evidence.ts";
import type { Reference } from "../schema.ts";

/** Returns whether a reader can be led to the record of a publication. */
export function isIdentified({ DOI, PMID }: Pick<Reference, "DOI" | "PMID">): boolean {
  return DOI !== undefined || PMID !== undefined;
}

/** Articles that no one can look up, and trials whose record is not known; none where all have theirs. */
export function identifierWarnings({ references, cohorts }: Evidence): Warning[] {
  const articles = references.filter(
    (reference) => reference.type === "article-journal" && !isIdentified(reference),
  );
  const trials = cohorts.filter(
    ({ evidence, registry }) => evidence === "trial" && registry.length === 0,
  );
  const warnings: Warning[] = [
    { message: "Articles with neither DOI nor PMID", ids: articles.map(({ id }) => id) },
    { message: "Trial cohorts without a registry number", ids: trials.map(({ id }) => id) },
  ];
  return warnings.filter(({ ids }) => ids.length > 0);
}
