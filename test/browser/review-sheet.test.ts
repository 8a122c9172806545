/** The sheet that a clinician signs must fit on the two sides of one paper. */
import type { Browser } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { sheetHtml, sheetOf } from "../../.dev/evidence/review-sheet/sheet.ts";
import { launchBrowser } from "../support/chromium.ts";
import { evidence, textOf } from "../unit/data/files.ts";

const browser: Browser = await launchBrowser();
afterAll(() => browser.close());

test("is printed on two pages A4", async () => {
  const page = await browser.newPage();
  await page.setContent(sheetHtml(sheetOf(evidence(), textOf)));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(2);
  await page.close();
});
