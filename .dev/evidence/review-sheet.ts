/** `npm run evidence -- review-sheet [file]`: what a clinician checks and signs, as HTML. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { citationTexts } from "#data/build/citation-text.ts";
import { dataFolder, evidence } from "./present.ts";
import { rulesOf, sheetHtml, sheetOf } from "./review-sheet/sheet.ts";

const rules = rulesOf(readFileSync(join(dataFolder, "README.md"), "utf8"));
const html = sheetHtml(sheetOf(evidence, citationTexts(evidence.references), rules));
const file = process.argv[3];
if (file === undefined) console.log(html);
else writeFileSync(file, html);
