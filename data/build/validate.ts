/** Checks the data: first the shape of the files, then what a schema cannot express. It is pure. */
import type { DataFile, Evidence, Problem, RuleName, Warning } from "../evidence.ts";
import { checkBibliography, listIdentifierWarnings } from "../rules/bibliography.ts";
import { checkCohorts } from "../rules/cohorts.ts";
import { checkCuts } from "../rules/cuts.ts";
import { checkFigures } from "../rules/figures.ts";
import {
  checkDocumentsToOpen,
  checkOutcomes,
  checkPresets,
  checkReleases,
  checkReviews,
  checkSearches,
} from "../rules/lists.ts";
import { describeAllowed, parseDataFiles } from "../rules/parse.ts";
import { checkProducts } from "../rules/products.ts";
import { checkPublished } from "../rules/published.ts";
import { collectDrugNames } from "../rules/regimens.ts";
import { makeEntryFilePath } from "../rules/report.ts";
import { checkComparisons, checkSubgroups } from "../rules/study-figures.ts";
import { checkTemplateLeftovers } from "../rules/template.ts";
import { checkWording } from "../rules/wording.ts";

export interface Checked {
  evidence: Evidence;
  /** `problems` is empty if the evidence may be used. */
  problems: Problem[];
  /** `warnings` do not stop the build. */
  warnings: Warning[];
}

const completeProblemMessages = (evidence: Evidence, problems: readonly Problem[]) =>
  problems.map((problem) => addKnownNamesToMessage(problem, evidence));

/** Every other file names entries of these lists. */
const sharedLists = ["data/outcomes.json", "data/references.json"];

/**
 * Returns the evidence in the files, with all problems and warnings. All rules run over the files that fit the
 * schema: one bad file hides no other problem. Only if a list whose entries every file names cannot be read or does
 * not fit, the other rules do not run, and there are no warnings: they would report every name as unknown and hide
 * what is wrong.
 */
export function parseAndCheckData(files: readonly DataFile[]): Checked {
  const { evidence, problems } = parseDataFiles(files);
  const isListMisfit = ({ file, rule }: Problem) =>
    ["json", "schema"].includes(rule) && sharedLists.includes(file);
  if (problems.some(isListMisfit)) return { evidence, problems, warnings: [] };
  return {
    evidence,
    problems: completeProblemMessages(evidence, [
      ...problems,
      ...checkOutcomes(evidence),
      ...checkBibliography(evidence, problems.length === 0),
      ...checkCohorts(evidence),
      ...checkFigures(evidence),
      ...checkCuts(evidence),
      ...checkPresets(evidence),
      ...checkSubgroups(evidence),
      ...checkComparisons(evidence),
      ...checkProducts(evidence),
      ...checkPublished(evidence),
      ...checkReleases(evidence),
      ...checkDocumentsToOpen(evidence),
      ...checkSearches(evidence),
      ...checkReviews(evidence),
      ...checkTemplateLeftovers(evidence),
      ...checkWording(files),
    ]),
    warnings: listIdentifierWarnings(evidence),
  };
}

// Completes the message about a name without an entry with the names that there are.

type NamesOf = (evidence: Evidence, file: string) => Iterable<string>;

const listIds = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const listKnownProductSlugs: NamesOf = ({ products }) => products.map(({ slug }) => slug);
const listCohortIds: NamesOf = ({ cohorts }) => listIds(cohorts);

/** Maps a rule to the names that it accepts. */
const namesByRule: Partial<Record<RuleName, NamesOf>> = {
  "cohort-exists": listCohortIds,
  "overlap-exists": listCohortIds,
  "outcome-exists": ({ outcomes, cohorts }, file) =>
    listIds(
      // The figures of a cohort are counts; survival at a month is a landmark.
      cohorts.some((cohort) => makeEntryFilePath("cohorts", cohort) === file)
        ? outcomes.filter(({ kind }) => kind === "count")
        : outcomes,
    ),
  "reference-exists": ({ references }) => listIds(references),
  "product-exists": listKnownProductSlugs,
  "contained-product-exists": listKnownProductSlugs,
  "drug-exists": collectDrugNames,
  "side-exists": ({ comparisons }, file) =>
    comparisons
      .filter((study) => makeEntryFilePath("comparisons", study) === file)
      .flatMap(({ sides }) => listIds(sides)),
};

/** Returns the problem with its message completed, if it is about a name without an entry. */
function addKnownNamesToMessage({ unknown, ...problem }: Problem, evidence: Evidence): Problem {
  const names = [...(namesByRule[problem.rule]?.(evidence, problem.file) ?? [])];
  if (unknown === undefined || names.length === 0) return problem;
  return {
    ...problem,
    message: `${problem.message}; ${describeAllowed(unknown, names)}`,
  };
}
