/**
 * Completes the message about a name without an entry with the names that there are. The rules do not: the script for
 * added counts carries some of them, and would carry the comparison of names with them.
 */
import type { Evidence, Problem, RuleName } from "../evidence.ts";
import { describeNearNames } from "../rules/names-near.ts";
import { collectDrugNames } from "../rules/regimens.ts";
import { makeEntryPath } from "../rules/report.ts";

type NamesOf = (evidence: Evidence, file: string) => Iterable<string>;

const listIds = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const listKnownProductSlugs: NamesOf = ({ products }) => products.map(({ slug }) => slug);
const listCohortIds: NamesOf = ({ cohorts }) => listIds(cohorts);

/** Returns the names that a rule accepts. */
const namesByRule: Partial<Record<RuleName, NamesOf>> = {
  "cohort-exists": listCohortIds,
  "overlap-exists": listCohortIds,
  "outcome-exists": ({ outcomes, cohorts }, file) =>
    listIds(
      // The figures of a cohort are counts; survival at a month is a landmark.
      cohorts.some((cohort) => makeEntryPath("cohorts", cohort) === file)
        ? outcomes.filter(({ kind }) => kind === "count")
        : outcomes,
    ),
  "reference-exists": ({ references }) => listIds(references),
  "product-exists": listKnownProductSlugs,
  "contained-product-exists": listKnownProductSlugs,
  "drug-exists": collectDrugNames,
  "side-exists": ({ comparisons }, file) =>
    comparisons
      .filter((study) => makeEntryPath("comparisons", study) === file)
      .flatMap(({ sides }) => listIds(sides)),
};

/** Returns the problem with its message completed, if it is about a name without an entry. */
export function addKnownNamesToMessage(
  { unknown, ...problem }: Problem,
  evidence: Evidence,
): Problem {
  const names = [...(namesByRule[problem.rule]?.(evidence, problem.file) ?? [])];
  if (unknown === undefined || names.length === 0) return problem;
  return { ...problem, message: `${problem.message}; ${describeNearNames(unknown, names)}` };
}
