/**
 * Completes the message about a name without an entry with the names that there are. The rules do not: the script for
 * added counts carries some of them, and would carry the comparison of names with them.
 */
import type { Evidence, Problem, RuleName } from "../evidence.ts";
import { namesNear } from "../rules/names-near.ts";
import { drugNames } from "../rules/regimens.ts";
import { fileOf } from "../rules/report.ts";

type NamesOf = (evidence: Evidence, file: string) => Iterable<string>;

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const slugsOf: NamesOf = ({ products }) => products.map(({ slug }) => slug);
const cohortsOf: NamesOf = ({ cohorts }) => idsOf(cohorts);

/** Returns the names that a rule accepts. */
const namesOf: Partial<Record<RuleName, NamesOf>> = {
  "cohort-exists": cohortsOf,
  "overlap-exists": cohortsOf,
  "outcome-exists": ({ outcomes, cohorts }, file) =>
    idsOf(
      // The figures of a cohort are counts; survival at a month is a landmark.
      cohorts.some((cohort) => fileOf("cohorts", cohort) === file)
        ? outcomes.filter(({ kind }) => kind === "count")
        : outcomes,
    ),
  "reference-exists": ({ references }) => idsOf(references),
  "product-exists": slugsOf,
  "contained-product-exists": slugsOf,
  "drug-exists": drugNames,
  "side-exists": ({ comparisons }, file) =>
    comparisons
      .filter((study) => fileOf("comparisons", study) === file)
      .flatMap(({ sides }) => idsOf(sides)),
};

/** Returns the problem with its message completed, if it is about a name without an entry. */
export function withKnownNames({ unknown, ...problem }: Problem, evidence: Evidence): Problem {
  const names = [...(namesOf[problem.rule]?.(evidence, problem.file) ?? [])];
  if (unknown === undefined || names.length === 0) return problem;
  return { ...problem, message: `${problem.message}; ${namesNear(unknown, names)}` };
}
