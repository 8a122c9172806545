/** Holds rules about references: what cites them, their identifiers, and one for every publication. */
import type { Evidence, Problem, Warning } from "../evidence.ts";
import type { Folder } from "../files.ts";
import type { Cohort, PublishedFile, Reference, SourceEntry } from "../schema.ts";
import { findSourceAddress } from "../source-address.ts";
import {
  checkEntriesOfFolder,
  listItemsWithPaths,
  makeEntryFilePath,
  ProblemList,
} from "./report.ts";

interface Citation {
  file: string;
  /** `at` is the prefix of its fields in the file; empty where the citation is at the top level. */
  at: string;
  source: Pick<SourceEntry, "reference" | "doi"> & {
    pmid: string | null;
    kind: SourceEntry["kind"] | PublishedFile["kind"];
  };
}

/** Lists the kinds of sources that may carry the identifiers of the paper that they report or quote. */
const about: readonly Citation["source"]["kind"][] = ["news", "press", "label", "digest"];

/**
 * Returns the problems with references and citations: references that are given twice or never cited, publications of
 * cohorts without a reference or identifier, and citations that do not fit their reference.
 *
 * @param complete whether all files fit their schema, so that every citation is known; otherwise references that are
 * never cited are not reported
 */
export function checkBibliography(evidence: Evidence, complete: boolean): Problem[] {
  const { references, cohorts } = evidence;
  const citations = listCitations(evidence);
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  const list = new ProblemList("data/references.json");
  addDuplicateReferenceProblems(references, list);
  if (complete) addUncitedReferenceProblems(evidence, citations, list);
  return [
    ...list.problems,
    ...checkEntriesOfFolder("cohorts", cohorts, (cohort, ofCohort) =>
      addPublicationProblems(cohort, byId, ofCohort),
    ),
    ...citations.flatMap((citation) =>
      checkCitation(citation, byId.get(citation.source.reference)),
    ),
  ];
}

function listCitations({ cohorts, subgroups, comparisons, published }: Evidence): Citation[] {
  const inFolder = (
    folder: Folder,
    studies: readonly { id: string; sources: readonly Citation["source"][] }[],
  ) =>
    studies.flatMap((study) =>
      listItemsWithPaths("sources", study.sources).map(
        ([at, source]): Citation => ({
          file: makeEntryFilePath(folder, study),
          at: `${at}.`,
          source,
        }),
      ),
    );
  return [
    ...inFolder("cohorts", cohorts),
    ...inFolder("subgroups", subgroups),
    ...inFolder("comparisons", comparisons),
    ...cohorts.flatMap(listBiasCitations),
    ...published.map((entry) => ({
      file: makeEntryFilePath("published", entry),
      at: "",
      source: { ...entry, pmid: null },
    })),
  ];
}

/**
 * Lists the citations of ratings and statements, which are of papers, so that their identifiers are those of the
 * reference.
 */
function listBiasCitations(cohort: Cohort): Citation[] {
  if (cohort.riskOfBias === null) return [];
  const { ratings, stated } = cohort.riskOfBias;
  const statements = Object.entries(stated).map(([item, source]): [string, typeof source] => [
    `stated.${item}`,
    source,
  ]);
  return [...listItemsWithPaths("ratings", ratings), ...statements].flatMap(([at, source]) => {
    const file = makeEntryFilePath("cohorts", cohort);
    const kind = "full-text" as const;
    return source ? { file, at: `riskOfBias.${at}.`, source: { ...source, kind } } : [];
  });
}

function addDuplicateReferenceProblems(references: readonly Reference[], list: ProblemList): void {
  const seen = new Set<string>();
  for (const [at, reference] of listItemsWithPaths("", references)) {
    for (const field of ["id", "DOI", "PMID"] as const) {
      const value = reference[field];
      if (value === undefined) continue;
      const key = `${field} ${value.toLowerCase()}`;
      if (seen.has(key)) {
        list.add(`${at}.${field}`, "reference-unique", `"${value}" is given twice`);
        break;
      }
      seen.add(key);
    }
  }
}

function addUncitedReferenceProblems(
  { references, cohorts }: Evidence,
  citations: readonly Citation[],
  list: ProblemList,
): void {
  const citedReferences = new Set<string | null>([
    ...citations.map(({ source }) => source.reference),
    ...cohorts.map((cohort) => cohort.publication),
  ]);
  for (const [at, { id }] of listItemsWithPaths("", references)) {
    if (!citedReferences.has(id)) list.add(`${at}.id`, "reference-used", `nothing cites "${id}"`);
  }
}

/** Checks that a trial's own paper is a reference with an identifier, because it is a link. */
function addPublicationProblems(
  cohort: Cohort,
  byId: ReadonlyMap<string, Reference>,
  list: ProblemList,
): void {
  const publication = cohort.publication === null ? null : byId.get(cohort.publication);
  if (publication === undefined) {
    const { publication: id } = cohort;
    list.add("publication", "reference-exists", `no reference "${id}"`, id ?? undefined);
  } else if (publication !== null && !hasDoiOrPmid(publication)) {
    list.add(
      "publication",
      "publication-identified",
      `"${publication.id}" has neither DOI nor PMID`,
    );
  }
}

function checkCitation(
  { file, at, source }: Citation,
  reference: Reference | undefined,
): Problem[] {
  const list = new ProblemList(file);
  if (!reference) {
    const message = `no reference "${source.reference}" in data/references.json`;
    list.add(`${at}reference`, "reference-exists", message, source.reference);
    return list.problems;
  }
  if (about.includes(source.kind)) return [];
  const pairs = [
    ["doi", source.doi, reference.DOI],
    ["pmid", source.pmid, reference.PMID],
  ] as const;
  for (const [field, printed, expected] of pairs) {
    if (
      printed === null ||
      expected === undefined ||
      printed.toLowerCase() === expected.toLowerCase()
    )
      continue;
    list.add(`${at}${field}`, "reference-identifies", `"${reference.id}" is ${expected}`);
  }
  return list.problems;
}

// Warns of publications and trials without an identifier: the build goes on without it, and whoever checks
// the data is told.

/** Returns whether a reader can be led to the record of a publication. */
function hasDoiOrPmid({ DOI, PMID }: Pick<Reference, "DOI" | "PMID">): boolean {
  return DOI !== undefined || PMID !== undefined;
}

/**
 * Returns the cohort and the reference, as in "karmma: munshi-n-engl-j-med-2021", of each source of a trial with
 * figures that numbers may count, but that nobody can open: it has no record and no page of its own.
 */
function listTrialSourcesWithoutAddress({
  cohorts,
  references,
}: Pick<Evidence, "cohorts" | "references">) {
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
      ids: listTrialSourcesWithoutAddress({ cohorts, references }),
    },
  ];
  return warnings.filter(({ ids }) => ids.length > 0);
}
