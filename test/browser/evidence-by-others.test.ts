/** What others published, beside ours: pooled values, and studies that compared. */
import type { Locator } from "playwright-core";
import { expect, inject } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { openRow, rowNamed, rows } from "./support/screen.ts";

interface Compared {
  comparisons: { study: { id: string; label: string }; design: string }[];
}

/** The studies that the API has. */
async function compared(of: string): Promise<Compared["comparisons"]> {
  const response = await fetch(`${inject("serverUrl")}/v1/comparisons?${of}`);
  const { comparisons }: Compared = JSON.parse(await response.text());
  return comparisons;
}

const section = (row: Locator, title: string) =>
  row.locator("section").filter({ has: row.page().getByRole("heading", { name: title }) });

test("An opened row on a phone has the published pools and the studies that compared, all of them with a second tap", async ({
  openSparing,
}) => {
  const { page } = await openSparing("/embed", { reducedMotion: "reduce" });
  const row = rows(page).first();
  await openRow(row, "Others found");
  const pools = section(row, "Published pools");
  await pools.waitFor();
  expect(await pools.getByRole("link").count()).toBeGreaterThan(1);
  expect(await pools.getByRole("link").first().getAttribute("target")).toBe("_blank");
  const studies = section(row, "Studies that compared");
  await studies.getByText(/^\d+ more stud/).click();
  for (const { study } of await compared("row=orr")) {
    await studies.getByText(study.label, { exact: true }).first().waitFor();
  }
  await row.getByText("All studies that compared the two classes").click();
  const all = row.getByRole("group").filter({ hasText: "All studies that compared" });
  const known = await compared("contrast=between");
  expect(known.length).toBeGreaterThan(5);
  for (const { study } of known) {
    await all.getByText(study.label, { exact: true }).waitFor();
  }
  await expectNothingCutOff(page);
  await expectNoAxeViolations(page);
});

test("After BCMA therapy the orders of treatment come first of those that drew no lots", async ({
  openSparing,
}) => {
  const { page } = await openSparing("/embed?prior-bcma=selected&availability=any");
  const row = rowNamed(page, "Response");
  await openRow(row, "Others found");
  const studies = section(row, "Studies that compared");
  const first = studies.getByRole("listitem").filter({ hasNotText: "randomised" }).first();
  await first.waitFor();
  expect(await first.innerText()).toContain("sequence");
});

test("A closed row says what was published where the directions differ or a number is missing", async ({
  openSparing,
}) => {
  const { page } = await openSparing("/embed?setting=early");
  await expect
    .poll(() => rowNamed(page, "Response").innerText())
    .toMatch(
      /A published analysis pointed the other way \(≥ 3 prior lines\): CAR-T \d+, bispecifics \d+ of 100/,
    );
  await expectNothingCutOff(page);
});
