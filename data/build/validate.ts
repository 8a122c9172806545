/** Checks the data: first the shape of the files, then what a schema cannot express. It is pure. */
import type { DataFile, Evidence, Problem, Warning } from "../evidence.ts";
import { bibliographyProblems } from "../rules/bibliography.ts";
import { cohortProblems } from "../rules/cohorts.ts";
import { contradictionProblems } from "../rules/contradictions.ts";
import { checkCuts } from "../rules/cuts.ts";
import { figureProblems } from "../rules/figures.ts";
import { identifierWarnings } from "../rules/identifiers.ts";
import {
  changesProblems,
  documentProblems,
  outcomeProblems,
  presetProblems,
  reviewProblems,
  searchProblems,
} from "../rules/lists.ts";
import { parseFiles } from "../rules/parse.ts";
import { productProblems } from "../rules/products.ts";
import { publishedProblems } from "../rules/published.ts";
import { comparisonProblems, subgroupProblems } from "../rules/study-figures.ts";
import { templateProblems } from "../rules/template.ts";
import { wordingProblems } from "../rules/wording.ts";
import { withKnownNames } from "./known-names.ts";

export interface Checked {
  evidence: Evidence;
  /** `problems` is empty if the evidence may be used. */
  problems: Problem[];
  /** `warnings` do not stop the build. */
  warnings: Warning[];
}

const withNames = (evidence: Evidence, problems: readonly Problem[]) =>
  problems.map((problem) => withKnownNames(problem, evidence));

/** Every other file names entries of these lists. */
const sharedLists = ["data/outcomes.json", "data/references.json"];

/**
 * Runs all rules over the files that fit the schema: one bad file hides no other problem. Only if a list does not fit
 * whose entries every file names, the other rules wait: a thousand names without an entry would hide what is wrong.
 */
export function check(files: readonly DataFile[]): Checked {
  const { evidence, problems } = parseFiles(files);
  const isListMisfit = ({ file, rule }: Problem) => rule === "schema" && sharedLists.includes(file);
  if (problems.some(isListMisfit)) return { evidence, problems, warnings: [] };
  return {
    evidence,
    problems: withNames(evidence, [
      ...problems,
      ...outcomeProblems(evidence),
      ...bibliographyProblems(evidence, problems.length === 0),
      ...cohortProblems(evidence),
      ...contradictionProblems(evidence),
      ...figureProblems(evidence),
      ...checkCuts(evidence),
      ...presetProblems(evidence),
      ...subgroupProblems(evidence),
      ...comparisonProblems(evidence),
      ...productProblems(evidence),
      ...publishedProblems(evidence),
      ...changesProblems(evidence),
      ...documentProblems(evidence),
      ...searchProblems(evidence),
      ...reviewProblems(evidence),
      ...templateProblems(evidence),
      ...wordingProblems(files),
    ]),
    warnings: identifierWarnings(evidence),
  };
}
