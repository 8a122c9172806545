/** The glossary, and the abbreviations that lead nowhere but say what they mean. */
import { expect } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { goodConduct } from "./support/page.ts";
import { openFilter, openRow, openSheet, rows } from "./support/screen.ts";

const { glossary, sheets } = english;

test("nothing is cut off at 1280 and 390 pixels, and axe finds nothing in any colours", async ({
  openAt,
}) => {
  const { page, misconduct } = await openAt("/glossary", { width: 1280 });
  await expectToFit(page, 1280);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectToFit(page, 390);
  await expectNoAxeViolationsInAnyColours(page);
  expect(await page.getByRole("term").count()).toBe(Object.keys(glossary.terms).length);
  expect(misconduct).toEqual(goodConduct);
});

test("is reached from the footer with the keyboard alone", async ({ openWidget }) => {
  const { page } = await openWidget("/embed");
  const link = page.getByRole("link", { name: glossary.title });
  await page.getByRole("link", { name: "Link to this comparison" }).focus();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe(glossary.title);
  const [opened] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("Enter")]);
  await opened.getByRole("heading", { level: 1, name: glossary.title }).waitFor();
  expect(new URL(opened.url()).pathname).toBe("/glossary");
  expect(await link.getAttribute("rel")).toContain("noopener");
});

test("Abbreviations are spelled out in an opened row and in a sheet, also for those who cannot point", async ({
  openSparing,
}) => {
  const { page } = await openSparing("/embed");
  const row = rows(page).filter({ has: page.getByRole("heading", { name: /^ICANS/ }) });
  await openRow(row);
  await row.getByText(`ICANS: ${sheets.abbreviations.ICANS}.`).waitFor();
  const sheet = await openSheet(page, "More");
  await openFilter(sheet, "Target");
  const target = sheet.locator("button abbr", { hasText: "GPRC5D" }).first();
  expect(await target.getAttribute("title")).toBe(sheets.abbreviations.GPRC5D);
  await expectNoAxeViolations(page);
});
