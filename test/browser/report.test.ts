/** The report as readers see it: on phones and desktops, on paper, without a script. */
import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
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

describe("axe finds nothing", () => {
  test.for([
    ...["/report", "/report?outcome=orr&part=whole", "/report?part=short"],
    ...["/v1/brief.html?outcome=orr,pfs-12,crs-3", "/v1/brief.html?depth=generalist"],
  ])("in %s, folded and unfolded", async (path, { openAt }) => {
    const { page } = await openAt(path, { width: 390 });
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await expectNoAxeViolationsInAnyColours(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});

test("without scripts a cohort is left out, and its sources are one tap away", async ({
  openAt,
}) => {
  const { page } = await openAt("/report", { javaScriptEnabled: false });
  const row = page.locator("#studies tbody tr").first();
  const name = (await row.getByRole("link").first().textContent()) ?? "";
  await row.getByRole("link", { name: "without this one" }).click();
  await page.waitForURL(/exclude=/);
  expect(await page.locator("#studies tbody tr").first().textContent()).not.toContain(name);
  await page.getByText("Every cohort with its figure and source").first().click();
  const cited = page.locator("article details[open] a[href^='#reference-']").first();
  await cited.click();
  expect(await page.locator(":target").count()).toBe(1);
});

test("in short it prints on two pages at most, without controls", async ({ openAt }) => {
  const { page } = await openAt("/report?part=short");
  for (const format of ["A4", "Letter"]) {
    const pages = (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g);
    expect(pages?.length, format).toBeLessThanOrEqual(2);
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").count()).toBe(0);
  expect(await page.locator(".files").isVisible()).toBe(false);
  expect(await page.locator(".address").innerText()).toContain("/report?part=short");
});

test("its table of patients scrolls by itself, with the keyboard, and on paper all is unfolded", async ({
  openAt,
}) => {
  const { page } = await openAt("/report");
  const box = page.getByRole("region", { name: "Who was in these trials" });
  await box.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => box.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  const heights = await page
    .locator("details > :not(summary)")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(10);
  expect(heights.filter((height) => height === 0)).toEqual([]);
});

test("a script saves a picture, sorts in place, and keeps what was unfolded", async ({
  openAt,
}) => {
  const { page, misconduct } = await openAt("/report?outcome=orr");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as PNG" }).first().click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("orr.png");
  expect((await readFile(await saved.path())).subarray(1, 4).toString()).toBe("PNG");
  const part = page.locator("#orr-cohorts");
  await part.locator("summary").click();
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  const cohorts = () => page.locator("#studies tbody th").allTextContents();
  const usual = await cohorts();
  await page.getByRole("link", { name: "patients", exact: true }).click();
  const bySize = await cohorts();
  expect(bySize).not.toEqual(usual);
  expect([...bySize].sort()).toEqual([...usual].sort());
  await page.reload();
  expect(new URL(page.url()).searchParams.get("sort")).toBe("patients");
  expect(await cohorts()).toEqual(bySize);
  expect(await page.locator(".sorting [aria-current]").innerText()).toBe("patients");
  await expect.poll(() => part.evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});
