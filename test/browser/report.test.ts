/** The report as readers see it: on phones and desktops, on paper, without a script. */
import { expect } from "vitest";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { screenshot } from "./support/screenshot.ts";

test("is not cut off at any width", async ({ openAt }) => {
  const { page, misconduct } = await openAt("/report", { width: 1280 });
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    await screenshot(page, `report-${width}-light`);
  }
  expect(misconduct).toEqual(goodConduct);
});

test("without scripts a cohort is left out, and its sources are one tap away", async ({
  openAt,
}) => {
  const { page } = await openAt("/report", { javaScriptEnabled: false });
  await page.getByText("Year, risk of bias and publication of each").click();
  const row = page.locator(".studies tbody tr").first();
  const name = (await row.getByRole("link").first().textContent()) ?? "";
  await row.getByRole("link", { name: "without this one" }).click();
  await page.waitForURL(/exclude=/);
  await page.getByText("Year, risk of bias and publication of each").click();
  expect(await page.locator(".studies tbody tr").first().textContent()).not.toContain(name);
  await page.getByText("In words, with every study and its source").first().click();
  const cited = page.locator("article details[open] a[href^='#reference-']").first();
  await cited.click();
  expect(await page.locator(":target").isVisible()).toBe(true);
});

test("in short it prints on two pages at most, without controls", async ({ openAt }) => {
  const { page } = await openAt("/report?part=short");
  for (const format of ["A4", "Letter"]) {
    const pages = (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g);
    expect(pages?.length, format).toBeLessThanOrEqual(2);
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".footnotes li").count()).toBeLessThanOrEqual(3);
  expect(await page.getByRole("navigation").count()).toBe(0);
  expect(await page.locator(".files").isVisible()).toBe(false);
  expect(await page.locator(".address").innerText()).toContain("/report?part=short");
});

test("in full it prints on eight pages at most: every picture, the sources, and nothing else unfolded", async ({
  openAt,
}) => {
  const { page } = await openAt("/report", { width: 1280 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(7000);
  const pages = (await page.pdf({ format: "A4" }))
    .toString("latin1")
    .match(/\/Type\s*\/Page\b(?!s)/g);
  expect(pages?.length).toBeLessThanOrEqual(8);
  await page.emulateMedia({ media: "print" });
  const pictures = page.locator("article > svg[role=img], article > .narrow > svg[role=img]");
  // Of each of the eight rows but survival at a month, which has no number of a class to draw.
  expect(await pictures.count()).toBe(7);
  for (const one of await pictures.all()) expect(await one.isVisible()).toBe(true);
  expect(await page.locator(".patients tbody tr").last().isVisible()).toBe(true);
  expect(await page.locator(".narrow > summary").first().isVisible()).toBe(false);
  expect(await page.locator("#reference-1").isVisible()).toBe(true);
  expect(await page.locator("#orr-cohorts > ul").first().isVisible()).toBe(false);
  const folded = page.locator("#orr-cohorts > summary");
  expect(await folded.innerText()).toContain("/report?data=");
  // Nothing can be unfolded on paper.
  expect(await folded.evaluate((one) => getComputedStyle(one).listStyleType)).toBe("none");
});

test("the classes have their marks and colours beside their names, and products those of their class", async ({
  openAt,
}) => {
  const { page } = await openAt("/report", { width: 1280 });
  const heads = await page
    .locator(".summary thead th, .spread thead th, .patients .class th, .rates p:first-child")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").content));
  for (const mark of ["●", "◆"]) {
    expect(heads.filter((content) => content.includes(mark))).toHaveLength(4);
  }
  await page.goto(new URL("/report?compare=product", page.url()).href);
  const colours = await page
    .locator(".groups svg")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
  expect(new Set(colours).size).toBe(2);
});

test("on a phone what repeats is folded; who was in the trials is a card each, and no picture is cut", async ({
  openAt,
}) => {
  const { page } = await openAt("/report", { width: 390 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(10_000);
  const folds = await page.locator(".narrow").all();
  expect(folds.length).toBeGreaterThan(7);
  for (const one of folds) {
    expect(await one.locator("> :not(summary)").first().isVisible()).toBe(false);
    await one.locator("> summary").click();
  }
  const widths = await page
    .locator(".patients tbody > tr, article svg.forest")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ right }) => right));
  expect(widths.length).toBeGreaterThan(20);
  expect(Math.max(...widths)).toBeLessThanOrEqual(390);
});
