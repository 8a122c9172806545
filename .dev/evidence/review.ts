/**
 * `npm run evidence -- review` prints what no clinician has reviewed, and what has changed since its review. Only
 * whoever reviewed can say what was checked (`sign.ts`).
 */
import { hashRules } from "#data/build/read-files.ts";
import { makeReviewsOfRulesLabelsCohorts } from "#data/build/reviews.ts";
import { dataFolder, evidence } from "./present.ts";

const { rules, cohorts } = makeReviewsOfRulesLabelsCohorts(evidence, hashRules(dataFolder));
const ids = evidence.cohorts.map(({ id }) => id);
const missingIds = ids.filter((id) => cohorts[id] === undefined);
const changedIds = ids.filter((id) => cohorts[id]?.isCurrent === false);
const ofRules = rules === null ? "not reviewed" : rules.isCurrent ? "reviewed" : "changed since";
console.log(`Rules: ${ofRules}.`);
console.log(
  `Cohorts: ${ids.length - missingIds.length - changedIds.length} of ${ids.length} reviewed as they are now.`,
);
printCohortIds("Changed since their review", changedIds);
printCohortIds("Not reviewed", missingIds);

function printCohortIds(heading: string, of: readonly string[]): void {
  if (of.length > 0) console.log(`\n${heading} (${of.length}):\n  ${of.join("\n  ")}`);
}
