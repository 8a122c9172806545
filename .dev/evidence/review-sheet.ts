/** `npm run evidence -- review-sheet [file]`: what a clinician checks and signs, as HTML. */
import { writeFileSync } from "node:fs";
import { citationTexts } from "#data/build/citation-text.ts";
import { evidence } from "./present.ts";
import { sheetHtml, sheetOf } from "./review-sheet/sheet.ts";

const html = sheetHtml(sheetOf(evidence, citationTexts(evidence.references)));
const file = process.argv[3];
if (file === undefined) console.log(html);
else writeFileSync(file, html);
