/** The report as readers see it: on phones and desktops, on paper, without a script. */

import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { sidewaysOverflow } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test("in short it prints on two pages at most, without controls, on white paper", async ({
  openAt,
}) => {
  const { page } = await openAt("/report?part=short", { colorScheme: "dark" });
  for (const format of ["A4", "Letter"]) {
    expect(pagesOf(await page.pdf({ format })), format).toBeLessThanOrEqual(2);
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").count()).toBe(0);
  expect(await page.locator(".files").isVisible()).toBe(false);
  expect(await page.locator("#take").innerText()).toContain("/report?part=short");
  for (const one of await page.locator("#source-1, #method .review").all()) {
    expect(await one.isVisible()).toBe(true);
  }
  const { color } = await page.locator("h1").evaluate((one) => getComputedStyle(one));
  expect(color).toBe("rgb(21, 24, 30)");
});

test("in full it prints on eight pages at most: every picture, product, check and source", async ({
  openAt,
}) => {
  const { page } = await openAt("/report", { width: 1280 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(7000);
  expect(pagesOf(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(8);
  await page.emulateMedia({ media: "print" });
  const pictures = page.locator("article > .narrow > svg[role=img]");
  // Of each of the eight rows but survival at a month, which has no number of a class to draw.
  expect(await pictures.count()).toBe(6);
  const shown = await page
    .locator(
      "article p.car-t, article .checks, .patients tbody tr, #source-1, #orr-published li, #crs-3-timing li, #late-neurotoxicity li, #compared-sequence article",
    )
    .all();
  expect(shown.length).toBeGreaterThan(20);
  for (const one of shown) expect(await one.isVisible()).toBe(true);
  // The classes have their marks beside their names, two heads, and two and three products.
  const heads = await page
    .locator(".summary thead th, .patients .class th, #orr p:is(.car-t, .bsab)")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").content));
  const marked = (mark: string) => heads.filter((content) => content.includes(mark)).length;
  expect([marked("●"), marked("◆")]).toEqual([4, 5]);
  // Nothing can be unfolded on paper.
  expect(await page.locator("#orr-cohorts > summary").isVisible()).toBe(false);
  const heading = page.locator("#orr-checks > summary");
  expect(await heading.evaluate((one) => getComputedStyle(one).listStyleType)).toBe("none");
});

test("long answers are no longer than others on a phone, and on paper", async ({ openAt }) => {
  const { page } = await openAt("/report?outcome=toxicity", { width: 390 });
  expect(pagesOf(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(8);
  for (const path of [
    "/report?outcome=toxicity",
    "/report?compare=product",
    "/report?availability=any",
    "/products/cilta-cel",
  ]) {
    await page.goto(path);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, path).toBeLessThanOrEqual(7000);
  }
});

test("on a phone what repeats is folded; who was in the trials is a card each, and no picture is cut", async ({
  openAt,
}) => {
  const { page, misconduct } = await openAt("/report", { width: 390 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(7000);
  const folds = await page.locator(".narrow").all();
  expect(folds.length).toBeGreaterThan(7);
  for (const one of folds) {
    expect(await one.locator("> :not(summary)").first().isVisible()).toBe(false);
    await one.locator("> summary").click();
  }
  await page.setViewportSize({ width: 320, height: 844 });
  const widths = await page
    .locator(".patients tbody > tr, article svg.forest")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ right }) => right));
  expect(widths.length).toBeGreaterThanOrEqual(20);
  expect(Math.max(...widths)).toBeLessThanOrEqual(320);
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(misconduct).toEqual(goodConduct);
});

test("a script saves a picture, and keeps what was unfolded", async ({ openAt }) => {
  const { page, misconduct } = await openAt("/report?outcome=orr", { width: 1280 });
  const part = page.locator("#orr-cohorts");
  await part.locator("> summary").click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as PNG" }).first().click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("orr.png");
  const file = await readFile(await saved.path());
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  // Twice the pixels of the picture; an empty canvas of this size is a tenth of it.
  expect(file.readUInt32BE(16)).toBe(2000);
  expect(file.length).toBeGreaterThan(60_000);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  await page.reload();
  await expect.poll(() => part.evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});
