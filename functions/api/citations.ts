/** Puts its source beside every figure of an answer. The pure code knows only the number of the source. */

import { provenance } from "../../data/generated/provenance.ts";
import type { Source } from "../../data/schema.ts";
import type { Comparison, StudyResult } from "../comparison/answer.ts";

export function linkTo({ doi, pmid }: Pick<Source, "doi" | "pmid">): string | null {
  if (doi !== null) return `https://doi.org/${doi}`;
  return pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
}

export function withCitations(comparison: Comparison): Comparison {
  return {
    ...comparison,
    outcomes: comparison.outcomes.map((row) => ({
      ...row,
      pools: {
        "car-t": {
          ...row.pools["car-t"],
          studies: row.pools["car-t"].studies.map(cite(row.outcome)),
        },
        bsab: { ...row.pools.bsab, studies: row.pools.bsab.studies.map(cite(row.outcome)) },
      },
    })),
  };
}

function cite(outcome: string): (study: StudyResult) => StudyResult {
  return (study) => {
    const known = provenance[study.cohort];
    const source = known?.sources[study.source];
    const locator =
      known?.figures.find((one) => one.outcome === outcome && one.cut === study.cut)?.locator ??
      known?.landmarks.find((one) => `${one.family}-${one.month}` === outcome)?.locator;
    const citation = source
      ? {
          text: source.citation,
          href: linkTo(source),
          locator: locator ?? null,
          tier: source.tier,
        }
      : null;
    return { ...study, citation };
  };
}
