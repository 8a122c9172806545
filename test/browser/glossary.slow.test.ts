/** The glossary, and the abbreviations that lead nowhere but say what they mean. */
import { expect } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { openFilter, openRow, openSheet, rows } from "./support/screen.ts";

const { sheets } = english;

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
