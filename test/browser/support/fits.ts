/** Whether a page of text fits its screen. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Expects that nothing scrolls sideways, and that nothing is cut off inside a cell or an item. */
export async function expectToFit(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
  const cut = await page
    .locator("th, td, dd, li")
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  expect(cut).toBe(0);
}
