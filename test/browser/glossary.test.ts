/** The glossary, and the abbreviations that lead nowhere but say what they mean. */
import { describe, expect } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { goodConduct } from "./support/page.ts";
import { openFilter, openRow, openSheet, rows } from "./support/screen.ts";

const { glossary, sheets } = english;

test.for([
  ["light", 390],
  ["dark", 1280],
] as const)(
  "in %s colours at %i pixels axe finds nothing and nothing is cut off",
  async ([colorScheme, width], { openAt }) => {
    const { page, misconduct } = await openAt("/glossary", { colorScheme, width });
    await expectNoAxeViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(
      false,
    );
    expect(await page.getByRole("term").count()).toBe(Object.keys(glossary.terms).length);
    expect(misconduct).toEqual(goodConduct);
  },
);

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

describe("Abbreviations are spelled out", () => {
  test("where a row is opened, also for those who cannot point", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const row = rows(page).filter({ has: page.getByRole("heading", { name: /^ICANS/ }) });
    await openRow(row);
    await row.getByText(`ICANS: ${sheets.abbreviations.ICANS}.`).waitFor();
  });

  test("in a sheet", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "More");
    await openFilter(sheet, "Target");
    const target = sheet.locator("button abbr", { hasText: "GPRC5D" }).first();
    expect(await target.getAttribute("title")).toBe(sheets.abbreviations.GPRC5D);
    await expectNoAxeViolations(page);
  });
});
