/** The report as readers see it: on phones and desktops, on paper, without a script. */

import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { sidewaysOverflow } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

/** Holds how long a report may be: in pixels on a screen of 1280 pixels, and in sheets of A4. */
const most = { height: 10_000, sheets: 14 } as const;

/** Holds the room for content on a sheet of A4 in pixels, between the margins of the report. */
const sheet = { width: ((210 - 20) / 25.4) * 96, height: ((297 - 12) / 25.4) * 96 } as const;

/** Holds the smallest text on paper, 8 points, in pixels. */
const smallest = (8 / 72) * 96;

function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Says of each element whether it is seen, as `isVisible` does: it has a box, and no style hides it. */
function visibilities(elements: Locator): Promise<boolean[]> {
  return elements.evaluateAll((all) =>
    all.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
    }),
  );
}

test("it prints on few sheets: every picture, product, analysis and source", async ({ openAt }) => {
  const { page } = await openAt("/report", { width: 1280 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(
    most.height,
  );
  expect(pagesOf(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(most.sheets);
  await page.emulateMedia({ media: "print" });
  // Each of the seven rows has its evidence, except survival at a month, whose trials stand with survival.
  expect(await page.locator("#outcomes article:has(.trials)").count()).toBe(6);
  expect(await page.locator("#survival .ruler, #survival .months").count()).toBe(2);
  const parts = await visibilities(
    page.locator(
      "#orr .trials li, #orr .analyses, #orr .published-pools li, .patients tbody tr, #source-1, #patients-each li, #crs-3 .times li, #late-neurotoxicity li, #compared-2 article",
    ),
  );
  expect(parts.length).toBeGreaterThan(60);
  expect(parts).not.toContain(false);
  // Nothing can be unfolded on paper.
  expect(await page.locator("#orr-seen > summary").isVisible()).toBe(false);
  const heading = page.locator("details:has(> #patients-each) > summary");
  expect(await heading.evaluate((element) => getComputedStyle(element).listStyleType)).toBe("none");
});

test("its first page has the summary of findings, and stands complete on a sheet of its own", async ({
  openAt,
}) => {
  const { page } = await openAt("/report", { width: Math.floor(sheet.width) });
  await page.emulateMedia({ media: "print" });
  const first = page.locator("main header").filter({ has: page.getByRole("table") });
  const { height, after } = await first.evaluate((element) => ({
    height: element.getBoundingClientRect().height,
    after: getComputedStyle(element).breakAfter,
  }));
  expect(after).toBe("page");
  expect(height).toBeLessThanOrEqual(sheet.height);
  const table = first.getByRole("table", { name: /^Summary of findings/ });
  expect(await visibilities(table.locator(".certainty .domain, .apheresed th"))).not.toContain(
    false,
  );
  expect(await first.locator(".limits li").count()).toBeGreaterThan(0);
});

test("nothing on paper is smaller than 8 points, and no mark within text is higher than its line", async ({
  openAt,
}) => {
  for (const path of ["/report", "/report?outcome=toxicity"]) {
    const { page } = await openAt(path, { width: Math.floor(sheet.width) });
    await page.emulateMedia({ media: "print" });
    const sizes = await page
      .locator("main *")
      .evaluateAll((all) =>
        all
          .filter((element) => element.checkVisibility() && /\S/.test(element.textContent))
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      );
    expect(sizes.length).toBeGreaterThan(500);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallest - 0.01);
    const marks = await page.locator("svg.mark:visible").evaluateAll((all) =>
      all.map((mark) => {
        const line = Number.parseFloat(getComputedStyle(mark.parentElement ?? mark).lineHeight);
        return mark.getBoundingClientRect().height <= line;
      }),
    );
    expect(marks.length).toBeGreaterThan(10);
    expect(marks).not.toContain(false);
  }
});

test("where a style cannot unfold what is printed the script does, sources included", async ({
  openPage,
}) => {
  const { page } = await openPage();
  await page.addInitScript(() => {
    CSS.supports = () => false;
  });
  await page.goto("/report");
  const folded = page.locator("details:not([open])");
  const before = await folded.count();
  expect(before).toBeGreaterThan(10);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await folded.count()).toBe(0);
  expect(await page.locator("#source-1").isVisible()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await folded.count()).toBe(before);
});

test("long answers are no longer than others on a phone, and on paper", async ({ openAt }) => {
  const { page } = await openAt("/report?availability=any", { width: 390 });
  expect(pagesOf(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(most.sheets);
  const sources = await page.locator(".references > li").count();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".references > li:visible").count()).toBe(sources);
  await page.emulateMedia({ media: "screen" });
  await page.goto("/report?outcome=toxicity");
  expect(pagesOf(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(most.sheets);
  for (const path of [
    "/report?outcome=toxicity",
    "/report?compare=product",
    "/report?availability=any",
    "/products/cilta-cel",
  ]) {
    await page.goto(path);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, path).toBeLessThanOrEqual(most.height);
  }
});

test("on a phone what is behind a row is folded; nothing is wider than the narrowest phone", async ({
  openAt,
}) => {
  const { page, misconduct } = await openAt("/report", { width: 390 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(7000);
  const folds = await page.locator("details.narrow").all();
  expect(folds.length).toBeGreaterThan(7);
  for (const fold of folds) {
    expect(await fold.locator("> :not(summary)").first().isVisible()).toBe(false);
    await fold.locator("> summary").click();
  }
  await page.locator("details:has(> #patients-each) > summary").click();
  await page.setViewportSize({ width: 320, height: 844 });
  const widths = await page
    .locator(".patients tbody > tr, .trials li, .findings tr")
    .evaluateAll((all) =>
      all.map((element) => element.getBoundingClientRect()).map(({ right }) => right),
    );
  expect(widths.length).toBeGreaterThanOrEqual(60);
  expect(Math.max(...widths)).toBeLessThanOrEqual(320);
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(misconduct).toEqual(goodConduct);
});

test("a script saves a picture, and keeps what was unfolded", async ({ openAt }) => {
  const { page, misconduct } = await openAt("/report?outcome=orr", { width: 1280 });
  const part = page.locator("details:has(> #patients-each)");
  await part.locator("> summary").click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as PNG" }).first().click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("orr.png");
  const file = await readFile(await saved.path());
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  // The file has twice the pixels of the picture; an empty canvas of this size is a tenth of it.
  expect(file.readUInt32BE(16)).toBe(2000);
  expect(file.length).toBeGreaterThan(60_000);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  await page.reload();
  await expect.poll(() => part.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});
