/**
 * Holds rules about data cuts: which figures may be called those of the primary publication, and that a newer cut of
 * a part never exceeds the newest of the whole, which is what a question for the latest data would be answered with.
 */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort, Figure, Outcome, Reference, SourceEntry } from "../schema.ts";
import { listContainingOutcomes } from "../wholes.ts";
import { checkEntriesOfFolder, listItemsWithPaths, type ProblemList } from "./report.ts";

export function checkCuts({ cohorts, outcomes, references }: Evidence): Problem[] {
  const referencesById = new Map(references.map((reference) => [reference.id, reference]));
  return checkEntriesOfFolder("cohorts", cohorts, (cohort, list) => {
    const publication = referencesById.get(cohort.publication ?? "");
    if (publication) addPrimaryCutProblems(cohort, publication, list);
    addPartAboveWholeAtNewestCutProblems(cohort, outcomes, list);
  });
}

type Measured = Pick<Figure, "cut" | "followUpMonths" | "source">;

function addPrimaryCutProblems(cohort: Cohort, publication: Reference, list: ProblemList): void {
  const analysis = collectPaperFollowUpAndCutoffs(cohort, publication);
  for (const field of ["figures", "landmarks", "medians"] as const) {
    const entries: readonly Measured[] = cohort[field];
    for (const [at, { cut, followUpMonths, source: index }] of listItemsWithPaths(field, entries)) {
      const source = cohort.sources[index];
      if (cut !== "primary" || source === undefined) continue;
      const { dataCutoff } = source;
      const times = { followUpMonths: followUpMonths ?? source.followUpMonths, dataCutoff };
      const why = explainWhyNotPrimaryCut(source, times, publication, analysis);
      if (why !== null) list.add(`${at}.cut`, "primary-of-publication", why);
    }
  }
}

type Times = Pick<SourceEntry, "followUpMonths" | "dataCutoff">;

/** Holds the times of the analysis that the publication reports; an empty list if none is known. */
interface Analysis {
  months: readonly number[];
  cutoffs: readonly string[];
}

/**
 * Reads the times of the publication from the sources that are the paper, its abstract or news of it. Where none of
 * them is a source, the follow-up of the cohort is that of its publication.
 */
function collectPaperFollowUpAndCutoffs(
  { sources, followUpMonths }: Cohort,
  publication: Reference,
): Analysis {
  const own = sources.filter((source) => isFromCohortPublication(source, publication));
  const months = own.length > 0 ? own.map((source) => source.followUpMonths) : [followUpMonths];
  return {
    months: months.filter((month) => month !== null),
    cutoffs: own.map(({ dataCutoff }) => dataCutoff).filter((cutoff) => cutoff !== null),
  };
}

/** Returns whether a source is the paper itself, or tells by its identifiers that its figures are from it. */
function isFromCohortPublication(
  { reference, doi, pmid }: SourceEntry,
  { id, DOI, PMID }: Reference,
): boolean {
  const hasDoi = doi !== null && doi.toLowerCase() === DOI?.toLowerCase();
  return reference === id || hasDoi || (pmid !== null && pmid === PMID);
}

/**
 * Returns why a figure of a source is not of the publication's cut; `null` if it may be. A source that states
 * neither its follow-up nor the date of its data contradicts nothing.
 */
function explainWhyNotPrimaryCut(
  source: SourceEntry,
  { followUpMonths, dataCutoff }: Times,
  publication: Reference,
  { months, cutoffs }: Analysis,
): string | null {
  if (source.reference === publication.id && source.tier > 1) {
    return "read in a digest of the publication; name the cut after the digest and its time";
  }
  if (isFromCohortPublication(source, publication)) return null;
  if (followUpMonths !== null) {
    if (months.includes(followUpMonths)) return null;
    return `"${source.reference}" reports ${followUpMonths} months, the publication ${months[0] ?? "what is not known"}; name the cut after its time`;
  }
  if (dataCutoff === null || cutoffs.includes(dataCutoff)) return null;
  return `"${source.reference}" reports the data of ${dataCutoff}, the publication ${cutoffs[0] ?? "those of an unknown date"}; name the cut after its date`;
}

type CountedFigure = Figure & { events: number };

/**
 * Returns whether a figure is a count without a `hold`: one with it may count something else, so a comparison would
 * not show an error.
 */
function isCountWithoutHold(figure: Figure): figure is CountedFigure {
  return figure.events !== null && figure.hold === null;
}

/**
 * Checks that the newest cut of a part counts no more than the newest cut of its whole: a question for the latest
 * data takes both, whether or not they are of one cut.
 */
function addPartAboveWholeAtNewestCutProblems(
  { figures }: Cohort,
  outcomes: readonly Outcome[],
  list: ProblemList,
) {
  const comparable = figures.filter(isCountWithoutHold);
  for (const [at, part] of listItemsWithPaths("figures", figures)) {
    if (
      !isCountWithoutHold(part) ||
      !listNewestFiguresOfSamePatients(comparable, part.outcome, part).includes(part)
    )
      continue;
    for (const { id } of listContainingOutcomes(part.outcome, outcomes)) {
      const wholes = listNewestFiguresOfSamePatients(comparable, id, part);
      const [whole] = wholes;
      // Within one cut the rule `part-not-above-whole` compares them.
      if (whole === undefined || wholes.some(({ cut }) => cut === part.cut)) continue;
      if (wholes.some(({ events }) => part.events <= events)) continue;
      const message = `${part.events} "${part.outcome}" at "${part.cut}", but the newest "${id}" is ${whole.events} at "${whole.cut}"; enter "${id}" at "${part.cut}"`;
      list.add(`${at}.events`, "newest-part-not-above-whole", message);
    }
  }
}

/** Returns the figures of an outcome over the patients of another figure that have the longest follow-up. */
function listNewestFiguresOfSamePatients(
  figures: readonly CountedFigure[],
  outcome: string,
  { population, n }: Pick<Figure, "population" | "n">,
): CountedFigure[] {
  const ofPatients = figures.filter(
    (figure) => figure.outcome === outcome && figure.population === population && figure.n === n,
  );
  const followed = ({ followUpMonths }: Figure) => followUpMonths ?? -1;
  const longest = Math.max(...ofPatients.map(followed));
  return ofPatients.filter((figure) => followed(figure) === longest);
}
