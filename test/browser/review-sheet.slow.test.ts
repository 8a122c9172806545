/**
 * The sheet that a clinician signs in two hours must not grow: figures, labels and rules on three sheets of paper.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { rulesOf, sheetHtml, sheetOf } from "../../.dev/evidence/review-sheet/sheet.ts";
import { evidence, textOf } from "../unit/data/files.ts";
import { test } from "./support/fixture.ts";

test("is printed on six pages A4", async ({ openPage }) => {
  const { page } = await openPage();
  const readme = join(import.meta.dirname, "../../data/README.md");
  const rules = rulesOf(readFileSync(readme, "utf8"));
  await page.setContent(sheetHtml(sheetOf(evidence(), textOf, rules)));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(6);
});
