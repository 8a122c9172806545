/** The record of a cohort in a browser: on phones and desktops, in both schemes, and on paper. */
import { expect } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { evidence } from "../unit/data/files.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

const { cohorts: all } = evidence();
const [longest] = all.toSorted((a, b) => b.figures.length - a.figures.length);
const network = all.find((one) => one.network !== null);
const onlyInTable = all.find(({ figures }) => {
  const cuts = new Set(figures.map(({ cut }) => cut));
  return cuts.size === 1 && cuts.has("roex-2020");
});

/**
 * The record with most figures, a cohort from a network of records, and one that is known only from a
 * meta-analysis.
 */
const cohorts = [longest, network, onlyInTable].map((one) => one?.id ?? "");

test.for(cohorts)(
  "%s: nothing is cut off at 1280 and 320 pixels, and axe finds nothing",
  async (id, { openAt }) => {
    const { page, misconduct } = await openAt(`/v1/cohorts/${id}`, { width: 1280 });
    await expectToFit(page, 1280);
    await page.setViewportSize({ width: 320, height: 844 });
    await expectToFit(page, 320);
    await expectNoAxeViolationsInAnyColours(page);
    expect(misconduct).toEqual(goodConduct);
  },
);

test("a figure leads to its source, and the page to its data", async ({ openAt }) => {
  const { id, label, figures } = anyCohort;
  const { page } = await openAt(`/v1/cohorts/${id}`);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(label);
  const { events, n } = figures.find(({ outcome }) => outcome === "orr") ?? {};
  const response = page.getByRole("row", { name: /^Response/ }).first();
  expect(await response.textContent()).toContain(`${events} of ${n}`);
  const link = page.getByRole("link", { name: /^Source \d+$/ }).first();
  const number = /\d+/.exec((await link.textContent()) ?? "")?.[0];
  await link.click();
  const source = page.locator(":target");
  expect(await source.getAttribute("id")).toBe(`source-${number}`);
  // The list starts with the number by which the figure refers to its source.
  expect(await source.evaluate((one) => one.parentElement?.getAttribute("start"))).toBe("0");
  await page.getByRole("link", { name: `/v1/cohorts/${id}.json` }).click();
  expect(JSON.parse((await page.locator("pre").textContent()) ?? "")).toMatchObject({ id });
});

test("on paper it is dark on white, without what only a screen can use", async ({ openAt }) => {
  const { page } = await openAt(`/v1/cohorts/${anyCohort.id}`, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(["rgb(20, 23, 31)", "rgb(255, 255, 255)"]);
  expect(await page.getByRole("navigation").isVisible()).toBe(false);
});
