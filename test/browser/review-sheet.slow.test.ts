/** The sheet that a clinician signs must fit on the two sides of one paper. */
import { expect } from "vitest";
import { sheetHtml, sheetOf } from "../../.dev/evidence/review-sheet/sheet.ts";
import { evidence, textOf } from "../unit/data/files.ts";
import { test } from "./support/fixture.ts";

test("is printed on two pages A4", async ({ openPage }) => {
  const { page } = await openPage();
  await page.setContent(sheetHtml(sheetOf(evidence(), textOf)));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(2);
});
