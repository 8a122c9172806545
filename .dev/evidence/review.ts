/**
 * `npm run evidence -- review` prints what no clinician has reviewed, and what has changed since its review. Only
 * whoever reviewed can say what was checked (`sign.ts`).
 */
import { readRules } from "#data/build/read-files.ts";
import { hashParts, makeReview } from "#data/review-content.ts";
import { dataFolder, evidence } from "./present.ts";

const rules = readRules(dataFolder);
const { signed } = makeReview(evidence, rules);
const parts = [...hashParts(evidence, rules).keys()];
const missing = parts.filter((part) => signed[part] === undefined);
const changed = parts.filter((part) => signed[part]?.isCurrent === false);
console.log(
  `${parts.length - missing.length - changed.length} of ${parts.length} parts reviewed as they are now: cohorts, labels by region, rules.`,
);
printParts("Changed since their review", changed);
printParts("Not reviewed", missing);

function printParts(heading: string, of: readonly string[]): void {
  if (of.length > 0) console.log(`\n${heading} (${of.length}):\n  ${of.join("\n  ")}`);
}
