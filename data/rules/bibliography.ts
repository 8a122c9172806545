/** Rules about references: what cites them, their identifiers, and one for every publication. */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort, PublishedFile, Reference, SourceEntry } from "../schema.ts";
import { cohortFile, ProblemList } from "./report.ts";

interface Citation {
  file: string;
  /** Prefix of its fields in the file; empty where the citation is at the top level. */
  at: string;
  source: Pick<SourceEntry, "reference" | "doi"> & {
    pmid: string | null;
    kind: SourceEntry["kind"] | PublishedFile["kind"];
  };
}

/** Kinds of sources that may carry the identifiers of the paper that they report or quote. */
const about: readonly Citation["source"]["kind"][] = ["news", "press", "label", "digest"];

/** @param complete whether all files fit their schema, so that every citation is known */
export function bibliographyProblems(evidence: Evidence, complete: boolean): Problem[] {
  const citations = citationsOf(evidence);
  const byId = new Map(evidence.references.map((reference) => [reference.id, reference]));
  return [
    ...unique(evidence.references),
    ...(complete ? unused(evidence, citations) : []),
    ...evidence.cohorts.flatMap((cohort) => publication(cohort, byId)),
    ...citations.flatMap((citation) => cites(citation, byId.get(citation.source.reference))),
  ];
}

function citationsOf({ cohorts, subgroups, comparisons, published }: Evidence): Citation[] {
  const folders = { cohorts, subgroups, comparisons };
  return [
    ...Object.entries(folders).flatMap(([folder, entries]) =>
      entries.flatMap(({ id, sources }) =>
        sources.map((source, index) => ({
          file: `data/${folder}/${id}.json`,
          at: `sources[${index}].`,
          source,
        })),
      ),
    ),
    ...cohorts.flatMap(biasCitations),
    ...published.map((entry) => ({
      file: `data/published/${entry.id}.json`,
      at: "",
      source: { ...entry, pmid: null },
    })),
  ];
}

/** Ratings and statements are of papers, so their identifiers are those of the reference. */
function biasCitations(cohort: Cohort): Citation[] {
  if (cohort.riskOfBias === null) return [];
  const { ratings, stated } = cohort.riskOfBias;
  const read = [
    ...ratings.map((source, index) => ({ at: `ratings[${index}]`, source })),
    ...Object.entries(stated).map(([item, source]) => ({ at: `stated.${item}`, source })),
  ];
  return read.flatMap(({ at, source }) =>
    source === null
      ? []
      : [
          {
            file: cohortFile(cohort),
            at: `riskOfBias.${at}.`,
            source: { ...source, kind: "full-text" as const },
          },
        ],
  );
}

function unique(references: readonly Reference[]): Problem[] {
  const list = new ProblemList("data/references.json");
  const seen = new Set<string>();
  references.forEach((reference, index) => {
    for (const field of ["id", "DOI", "PMID"] as const) {
      const value = reference[field];
      if (value === undefined) continue;
      const key = `${field} ${value.toLowerCase()}`;
      if (seen.has(key)) {
        list.add(`[${index}].${field}`, "reference-unique", `"${value}" is given twice`);
        break;
      }
      seen.add(key);
    }
  });
  return list.problems;
}

function unused({ references, cohorts }: Evidence, citations: readonly Citation[]): Problem[] {
  const list = new ProblemList("data/references.json");
  const used = new Set<string | null>([
    ...citations.map(({ source }) => source.reference),
    ...cohorts.map((cohort) => cohort.publication),
  ]);
  references.forEach(({ id }, index) => {
    if (!used.has(id)) list.add(`[${index}].id`, "reference-used", `nothing cites "${id}"`);
  });
  return list.problems;
}

/** A trial's own paper is a link, so it needs an identifier. */
function publication(cohort: Cohort, byId: ReadonlyMap<string, Reference>): Problem[] {
  const list = new ProblemList(cohortFile(cohort));
  const own = cohort.publication === null ? null : byId.get(cohort.publication);
  if (own === undefined) {
    list.add("publication", "reference-exists", `no reference "${cohort.publication}"`);
  } else if (own !== null && own.DOI === undefined && own.PMID === undefined) {
    list.add("publication", "publication-identified", `"${own.id}" has neither DOI nor PMID`);
  }
  return list.problems;
}

function cites({ file, at, source }: Citation, reference: Reference | undefined): Problem[] {
  const list = new ProblemList(file);
  if (!reference) {
    const message = `no reference "${source.reference}" in data/references.json`;
    list.add(`${at}reference`, "reference-exists", message);
    return list.problems;
  }
  if (about.includes(source.kind)) return [];
  const pairs = [
    ["doi", source.doi, reference.DOI],
    ["pmid", source.pmid, reference.PMID],
  ] as const;
  for (const [field, own, known] of pairs) {
    if (own === null || known === undefined || own.toLowerCase() === known.toLowerCase()) continue;
    list.add(`${at}${field}`, "reference-identifies", `"${reference.id}" is ${known}`);
  }
  return list.problems;
}
