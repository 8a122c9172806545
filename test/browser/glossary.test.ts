/** The glossary, and the abbreviations that say what they mean. */
import { expect } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { openRow, panel, rows } from "./support/screen.ts";

const { glossary, sheets } = english;

test("is reached from the footer with the keyboard alone", async ({ openWidget }) => {
  const { page } = await openWidget("/embed");
  const link = page.getByRole("link", { name: glossary.title });
  await page.getByRole("link", { name: "Link", exact: true }).focus();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe(glossary.title);
  const [opened] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("Enter")]);
  await opened.getByRole("heading", { level: 1, name: glossary.title }).waitFor();
  expect(new URL(opened.url()).pathname).toBe("/glossary");
  expect(await opened.getByRole("term").count()).toBe(Object.keys(glossary.terms).length);
  expect(await link.getAttribute("rel")).toContain("noopener");
});

test("an opened row spells the abbreviation of its name out, also for those who cannot point", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const row = rows(page).filter({ has: page.getByRole("heading", { name: /^ICANS/ }) });
  await openRow(row);
  await panel(page).getByText(`ICANS: ${sheets.abbreviations.ICANS}.`).waitFor();
  await expectNoAxeViolations(page);
});
