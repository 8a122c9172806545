/**
 * `npm run evidence -- sign review.json`: enters what a clinician checked on the page `/review` in
 * `data/review.json`, as of the data and rules of now, and takes it out of the notice that every answer carries. What
 * has an item without a tick or with a remark is not signed. Remarks are listed. Only whoever checked may sign.
 */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";
import { computeDataVersion, hashRules } from "#data/build/read-files.ts";
import { hashCohort, hashLabels } from "#data/review-content.ts";
import {
  listPartsWithAllItemsAccepted,
  type ReviewFile,
  reviewFileSchema,
} from "#data/review-file.ts";
import {
  dataFolder,
  evidence,
  refuseCommand,
  refuseInvalidData,
  today,
  writeDataFile,
} from "./present.ts";
import { makeReviewFileWithSignedParts, type Signed } from "./signature.ts";

refuseInvalidData();
const review = readReviewFile(process.argv[3]);
const version = computeDataVersion(evidence);
if (review.dataVersion !== version) {
  refuseCommand(
    `The file is of data ${review.dataVersion}; the data are now ${version}. Check on the page of now.`,
  );
}
const names = listPartsWithAllItemsAccepted(review.items);
for (const { text, remark } of review.items) if (remark !== "") console.log(`${text}\n  ${remark}`);
const unticked = review.items.filter(({ isRight }) => !isRight).length;
const doubted = review.items.filter(({ isRight, remark }) => isRight && remark !== "").length;
console.log(`Not ticked: ${unticked}. Ticked, but with a remark: ${doubted}.`);
if (names.length === 0)
  refuseCommand("Nothing is wholly ticked without a remark, so nothing is signed.");
const parts = names.map((name): Signed => ({ name, content: hashSignedPart(name) }));
const by = { when: today, role: review.role, version, checked: [review.checked] };
const file = makeReviewFileWithSignedParts(evidence, by, parts, hashRules(dataFolder));
await writeDataFile("data/review.json", file);
console.log(`Signed: ${names.join(", ")}, in data/review.json.`);
console.log(file.statement);
console.log("To take it back: git restore data/review.json");

function readReviewFile(path: string | undefined): ReviewFile {
  if (path === undefined)
    refuseCommand("Say which file: sign review.json, as the page /review saved it.");
  const from = resolve(process.env.INIT_CWD ?? ".", path);
  const { success, output, issues } = v.safeParse(reviewFileSchema, readJsonFile(from));
  if (success) return output;
  const [issue] = issues;
  refuseCommand(
    `${from} is no file of the page /review: ${v.getDotPath(issue) ?? "content"}: ${issue.message}`,
  );
}

function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    refuseCommand(String(error));
  }
}

function hashSignedPart(name: string): string {
  if (name === "rules") return hashRules(dataFolder);
  if (name === "labels") return hashLabels(evidence.products);
  const cohort = evidence.cohorts.find(({ id }) => id === name);
  if (!cohort) refuseCommand(`There is no cohort ${name}.`);
  return hashCohort(cohort);
}
