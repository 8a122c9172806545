/** The documents to open for a figure that is wanted. */
import type { Cohort, DocumentToOpen, Reference } from "#data/schema.ts";

export interface ToOpen {
  name: string;
  /** `null` where only the name is known. */
  address: string | null;
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
    .sort((a, b) => Number(b.free ?? false) - Number(a.free ?? false));
  if (noted.length > 0) return noted.map(({ name, address, look }) => ({ name, address, look }));
  const paper = references.find((reference) => reference.id === publication);
  if (paper) return [{ name: `its paper, ${paper.id}`, address: addressOf(paper), look: null }];
  if (about.length > 0) return about.map(({ name, address }) => ({ name, address, look: null }));
  const [number] = registry;
  if (number === undefined) return [{ name: "no document is noted", address: null, look: null }];
  const address = number.startsWith("NCT") ? `https://clinicaltrials.gov/study/${number}` : null;
  return [{ name: `no paper is noted; trial ${number}`, address, look: null }];
}

function addressOf({ DOI, PMID, URL }: Reference): string | null {
  if (DOI !== undefined) return `https://doi.org/${DOI}`;
  if (PMID !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`;
  return URL ?? null;
}
