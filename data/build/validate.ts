/** Checks the data: first the shape of the files, then what a schema cannot express. It is pure. */
import type { DataFile, Evidence, Problem, Warning } from "../evidence.ts";
import { checkBibliography } from "../rules/bibliography.ts";
import { checkCohorts } from "../rules/cohorts.ts";
import { checkContradictions } from "../rules/contradictions.ts";
import { checkCuts } from "../rules/cuts.ts";
import { checkFigures } from "../rules/figures.ts";
import { listIdentifierWarnings } from "../rules/identifiers.ts";
import {
  checkDocumentsToOpen,
  checkOutcomes,
  checkPresets,
  checkReleases,
  checkReviews,
  checkSearches,
} from "../rules/lists.ts";
import { parseDataFiles } from "../rules/parse.ts";
import { checkProducts } from "../rules/products.ts";
import { checkPublished } from "../rules/published.ts";
import { checkComparisons, checkSubgroups } from "../rules/study-figures.ts";
import { checkTemplateLeftovers } from "../rules/template.ts";
import { checkWording } from "../rules/wording.ts";
import { addKnownNamesToMessage } from "./known-names.ts";

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
 * Runs all rules over the files that fit the schema: one bad file hides no other problem. Only if a list does not fit
 * whose entries every file names, the other rules wait: a thousand names without an entry would hide what is wrong.
 */
export function checkData(files: readonly DataFile[]): Checked {
  const { evidence, problems } = parseDataFiles(files);
  const isListMisfit = ({ file, rule }: Problem) => rule === "schema" && sharedLists.includes(file);
  if (problems.some(isListMisfit)) return { evidence, problems, warnings: [] };
  return {
    evidence,
    problems: completeProblemMessages(evidence, [
      ...problems,
      ...checkOutcomes(evidence),
      ...checkBibliography(evidence, problems.length === 0),
      ...checkCohorts(evidence),
      ...checkContradictions(evidence),
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
