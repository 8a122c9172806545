/** The documents to open for a figure that is wanted. */
import type { Cohort, DocumentToOpen, Reference } from "#data/schema.ts";

export interface ToOpen {
  name: string;
  /** `null` where only the name is known. */
  address: string | null;
  /** Whether it is known to cost nothing. */
  free: boolean;
  /** What to look for; `null` in the cohort's own paper. */
  look: string | null;
}

/** Those noted for this figure, free ones first; otherwise the cohort's own paper, or any noted for it. */
export function documentsFor(
  { id, publication, registry }: Pick<Cohort, "id" | "publication" | "registry">,
  outcome: string,
  documents: readonly DocumentToOpen[],
  references: readonly Reference[],
): ToOpen[] {
  const about = documents.filter(({ cohorts }) => cohorts.includes(id));
  const noted = about
    .filter(({ outcomes }) => outcomes.includes(outcome))
    .map(({ look, ...document }) => ({ ...toOpen(document), look }))
    .sort((a, b) => Number(b.free) - Number(a.free));
  if (noted.length > 0) return noted;
  const paper = references.find((reference) => reference.id === publication);
  if (paper) {
    return [toOpen({ name: `its paper, ${paper.id}`, address: addressOf(paper), free: null })];
  }
  if (about.length > 0) return about.map(toOpen);
  const [number] = registry;
  if (number === undefined) {
    return [toOpen({ name: "no document is noted", address: null, free: null })];
  }
  const address = number.startsWith("NCT") ? `https://clinicaltrials.gov/study/${number}` : null;
  return [toOpen({ name: `no paper is noted; trial ${number}`, address, free: null })];
}

function toOpen({
  name,
  address,
  free,
}: Pick<DocumentToOpen, "name" | "address" | "free">): ToOpen {
  return { name, address, free: free ?? false, look: null };
}

function addressOf({ DOI, PMID, URL }: Reference): string | null {
  if (DOI !== undefined) return `https://doi.org/${DOI}`;
  if (PMID !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`;
  return URL ?? null;
}
