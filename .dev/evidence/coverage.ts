/**
 * `npm run evidence -- coverage`, the default, prints outcome by outcome how many cohorts of each class can be pooled
 * and print a figure, and what is missing.
 */

import { hasPrintedOutcome } from "#core/evidence/dataset.ts";
import { gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import { makeDefaultQueryForOutcomes } from "#core/question/query-text.ts";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { classAdjective, classCode } from "#presentation/words/names.ts";
import { evidence, refuseInvalidData, warnings } from "./present.ts";

refuseInvalidData();
const { cohorts, outcomes } = makeDataForAnswers(evidence);
// No filter applies: every cohort counts, even if it shares patients with another one.
const rules = { ...makeDefaultQueryForOutcomes({ outcome: [] }), overlap: "keep" as const };

printTitle("Cohorts that can be pooled / that print a figure");
const width = Math.max(...outcomes.map(({ id }) => id.length)) + 2;
console.log("".padEnd(width) + therapyClasses.map((group) => classCode[group].padEnd(14)).join(""));
for (const outcome of outcomes) {
  const cells = therapyClasses.map((group) => formatCoverageCell(outcome, group).padEnd(14));
  console.log(outcome.id.padEnd(width) + cells.join("").trimEnd());
}

for (const group of therapyClasses) {
  printTitle(`Outcomes that no ${classAdjective[group]} cohort reports`);
  const silent = outcomes.filter(
    (outcome) =>
      outcome.appliesTo.includes(group) &&
      selectCohortsPrintingOutcome(outcome, group).length === 0,
  );
  console.log(silent.map(({ id }) => id).join(", ") || "none");
}

printTitle("Cohorts without any figure");
for (const { id, label, figures, landmarks, medians } of evidence.cohorts) {
  if (figures.length + landmarks.length + medians.length === 0) console.log(`${id}: ${label}`);
}

printTitle("Looked for and not reported");
for (const { id, missing } of evidence.cohorts) {
  if (missing.length > 0) console.log(`${id} (${missing.length}): ${missing.join("; ")}`);
}

for (const { message, ids } of warnings) {
  printTitle(message);
  console.log(ids.join(", "));
}

/** Returns a cell of the table: blank if the class cannot have the outcome, `·` if no cohort prints it. */
function formatCoverageCell(outcome: Outcome, group: TherapyClass): string {
  if (!outcome.appliesTo.includes(group)) return "";
  const printed = selectCohortsPrintingOutcome(outcome, group);
  const gather = outcome.kind === "count" ? gatherCounts : gatherLandmarks;
  const { entries } = gather(printed, outcome, rules);
  return printed.length === 0 ? "·" : `${entries.length}/${printed.length}`;
}

function selectCohortsPrintingOutcome({ id }: Outcome, group: TherapyClass): ComputeCohort[] {
  return cohorts.filter((cohort) => cohort.therapyClass === group && hasPrintedOutcome(cohort, id));
}

function printTitle(text: string): void {
  console.log(`\n${text}\n`);
}
