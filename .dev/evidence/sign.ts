/**
 * `npm run evidence -- sign --role <role> --checked "what, against what" figures|labels|rules|<cohort>…`:
 * enters a review in `data/review.json` as of the data and rules of now, and takes what was signed out of
 * the notice that every answer carries. `figures` are the cohorts of the sheet. Only who has checked signs.
 */
import { parseArgs } from "node:util";
import { citationTexts } from "#data/build/citation-text.ts";
import { dataVersionOf } from "#data/build/data-version.ts";
import { rulesContent } from "#data/build/read-files.ts";
import { cohortContent, labelsContent } from "#data/review-content.ts";
import { dataFolder, evidence, refuse, refuseProblems, today } from "./present.ts";
import { sheetOf } from "./review-sheet/sheet.ts";
import { type Signed, withSignatures } from "./signature.ts";
import { writeData } from "./write-data.ts";

const { positionals, values } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { role: { type: "string" }, checked: { type: "string", multiple: true } },
});
const { role = "", checked = [] } = values;
const ofSheet = () => sheetOf(evidence, citationTexts(evidence.references)).entries;
const names = new Set(
  positionals.flatMap((name) =>
    name === "figures" ? ofSheet().map(({ study }) => study.cohort) : [name],
  ),
);
const parts = [...names].map((name): Signed => ({ name, content: contentOf(name) }));

refuseProblems();
if (role.trim() === "" || checked.length === 0 || names.size === 0) {
  refuse('Say who and what: sign --role haematologist --checked "what, against what" figures');
}
const by = { when: today, role, version: dataVersionOf(evidence), checked };
const file = withSignatures(evidence, by, parts, rulesContent(dataFolder));
await writeData("data/review.json", file);
console.log(`Signed: ${[...names].join(", ")}, in data/review.json.`);
console.log(file.statement);

function contentOf(name: string): string {
  if (name === "rules") return rulesContent(dataFolder);
  if (name === "labels") return labelsContent(evidence.products);
  const cohort = evidence.cohorts.find(({ id }) => id === name);
  if (!cohort) refuse(`There is no cohort ${name}; besides: figures, labels, rules.`);
  return cohortContent(cohort);
}
