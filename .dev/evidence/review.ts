/**
 * `npm run evidence -- review`: what no clinician has reviewed, and what has changed since its
 * review. `-- review <cohort>` or `-- review rules` prints the entry to fill in for
 * `data/review.json`; only who has reviewed can say what was checked.
 */
import { dataVersionOf } from "#data/build/data-version.ts";
import { rulesContent } from "#data/build/read-files.ts";
import { reviewsOf } from "#data/build/reviews.ts";
import { cohortContent } from "#data/review-content.ts";
import { dataFolder, evidence } from "./present.ts";

const content = rulesContent(dataFolder);
const asked = process.argv[3];
if (asked === undefined) list();
else template(asked);

function list(): void {
  const { rules, cohorts } = reviewsOf(evidence, content);
  const ids = evidence.cohorts.map(({ id }) => id);
  const missing = ids.filter((id) => cohorts[id] === undefined);
  const changed = ids.filter((id) => cohorts[id]?.isCurrent === false);
  const ofRules = rules === null ? "not reviewed" : rules.isCurrent ? "reviewed" : "changed since";
  console.log(`Rules: ${ofRules}.`);
  console.log(
    `Cohorts: ${ids.length - missing.length - changed.length} of ${ids.length} reviewed as they are now.`,
  );
  section("Changed since their review", changed);
  section("Not reviewed", missing);
}

function section(heading: string, ids: readonly string[]): void {
  if (ids.length > 0) console.log(`\n${heading} (${ids.length}):\n  ${ids.join("\n  ")}`);
}

function template(of: string): void {
  const cohort = evidence.cohorts.find(({ id }) => id === of) ?? null;
  if (cohort === null && of !== "rules") {
    console.error(`There is no cohort "${of}".`);
    process.exitCode = 1;
    return;
  }
  const entry = {
    cohort: cohort?.id ?? null,
    when: new Date().toISOString().slice(0, 10),
    role: "",
    version: dataVersionOf(evidence),
    checked: [],
    content: cohort ? cohortContent(cohort) : content,
  };
  console.log(JSON.stringify(entry, null, 2));
}
