/**
 * `npm run evidence -- sign review.json`: enters what a clinician checked on the page `/review` in
 * `data/review.json`, as of the data and rules of now. What has an item without a tick or with a remark is not
 * signed. Remarks are listed. Only whoever checked may sign.
 */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";
import { computeDataVersion, readRules } from "#data/build/read-files.ts";
import { hashParts } from "#data/review-content.ts";
import { listAccepted, type ReviewFile, reviewFileSchema, signParts } from "#data/review-file.ts";
import {
  dataFolder,
  evidence,
  refuseCommand,
  refuseInvalidData,
  today,
  writeDataFile,
} from "./present.ts";

refuseInvalidData();
const file = readReviewFile(process.argv[3]);
const version = computeDataVersion(evidence);
if (file.dataVersion !== version) {
  refuseCommand(
    `The file is of data ${file.dataVersion}; the data are now ${version}. Check on the page of now.`,
  );
}
for (const { text, remark } of file.items) if (remark !== "") console.log(`${text}\n  ${remark}`);
const unticked = file.items.filter(({ isRight }) => !isRight).length;
const doubted = file.items.filter(({ isRight, remark }) => isRight && remark !== "").length;
console.log(`Not ticked: ${unticked}. Ticked, but with a remark: ${doubted}.`);
const parts = listAccepted(file.items);
if (parts.length === 0)
  refuseCommand("Nothing is wholly ticked without a remark, so nothing is signed.");
const now = hashParts(evidence, readRules(dataFolder));
const unknown = parts.filter((part) => !now.has(part));
if (unknown.length > 0)
  refuseCommand(`There is nothing to sign by the name ${unknown.join(", ")}.`);
const reviews = signParts(evidence.reviews, parts, file, now, today);
await writeDataFile("data/review.json", { ...evidence.review, reviews });
console.log(`Signed: ${parts.join(", ")}, in data/review.json.`);
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
