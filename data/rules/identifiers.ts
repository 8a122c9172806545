/**
 * Warns of publications and trials without an identifier: the build goes on without it, and whoever checks the data
 * is told.
 */
import type { Evidence, Warning } from "../evidence.ts";
import type { Reference } from "../schema.ts";
import { findSourceAddress } from "../source-address.ts";

/** Returns whether a reader can be led to the record of a publication. */
export function hasDoiOrPmid({ DOI, PMID }: Pick<Reference, "DOI" | "PMID">): boolean {
  return DOI !== undefined || PMID !== undefined;
}

/** Lists figures of trials that numbers may count, but whose sources nobody can open: no record, no page of their own. */
function listWithoutAddress({ cohorts, references }: Pick<Evidence, "cohorts" | "references">) {
  const urls = new Map(references.map(({ id, URL }) => [id, URL]));
  const sources = cohorts
    .filter(({ evidence }) => evidence === "trial")
    .flatMap(({ id, figures, landmarks, sources: listed }) => {
      const counted = [...figures, ...landmarks].filter(({ hold }) => hold === null);
      return listed
        .filter((_, index) => counted.some(({ source }) => source === index))
        .filter(
          (source) => findSourceAddress({ ...source, url: urls.get(source.reference) }) === null,
        )
        .map(({ reference }) => `${id}: ${reference}`);
    });
  return [...new Set(sources)];
}

/** Lists articles that no one can look up, and trials whose record is not known. */
export function listIdentifierWarnings({ references, cohorts }: Evidence): Warning[] {
  const articles = references.filter(
    (reference) => reference.type === "article-journal" && !hasDoiOrPmid(reference),
  );
  const trials = cohorts.filter(
    ({ evidence, registry }) => evidence === "trial" && registry.length === 0,
  );
  const warnings: Warning[] = [
    { message: "Articles with neither DOI nor PMID", ids: articles.map(({ id }) => id) },
    { message: "Trial cohorts without a registry number", ids: trials.map(({ id }) => id) },
    {
      message: "Sources of figures of trials without an address",
      ids: listWithoutAddress({ cohorts, references }),
    },
  ];
  return warnings.filter(({ ids }) => ids.length > 0);
}
