/**
 * `npm run evidence -- check [folder]`: checks every rule of the data and prints one line for each problem. Without
 * problems, it prints the warnings, one line for each kind: missing identifiers, and what is overdue.
 */
import { join } from "node:path";
import { readDataFiles } from "#data/build/read-files.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import { listOverdueSearchAndApprovalWarnings } from "#data/rules/approvals.ts";
import { formatDataProblem, root } from "../files.ts";
import { formatSecondsSince } from "../run.ts";

/** Holds today's date in the form that the data use. */
const today = new Date().toISOString().slice(0, 10);

const began = performance.now();
const files = readDataFiles(process.argv[3] ?? join(root, "data"));
const { evidence, problems, warnings } = parseAndCheckData(files);
for (const problem of problems) console.error(formatDataProblem(problem));
if (problems.length === 0) {
  for (const { message, ids } of [
    ...warnings,
    ...listOverdueSearchAndApprovalWarnings(evidence, today),
  ])
    console.log(`Warning: ${message} (${ids.length}): ${ids.join(", ")}`);
}

const figures = evidence.cohorts.flatMap((cohort) => [
  ...cohort.figures,
  ...cohort.landmarks,
  ...cohort.medians,
]);
console.log(
  `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${files.length} files with ${figures.length} figures of ${evidence.cohorts.length} cohorts (${formatSecondsSince(began)}).`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
