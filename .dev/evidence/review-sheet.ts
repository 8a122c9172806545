/** `npm run evidence -- review-sheet [file]`: what a clinician checks and signs, as HTML. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { citationTexts } from "#data/build/citation-text.ts";
import { readDataFiles } from "#data/build/read-files.ts";
import { check } from "#data/build/validate.ts";
import { root } from "../files.ts";
import { sheetHtml, sheetOf } from "./review-sheet/sheet.ts";

const { evidence } = check(readDataFiles(join(root, "data")));
const html = sheetHtml(sheetOf(evidence, citationTexts(evidence.references)));
const file = process.argv[3];
if (file === undefined) console.log(html);
else writeFileSync(file, html);
