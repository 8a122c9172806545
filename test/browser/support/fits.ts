/** Checks whether a page fits its screen. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { textOverlaps } from "./text-overlaps.ts";

/** Returns by how many pixels a page is wider than the screen. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Expects that nothing scrolls sideways, and that nothing is cut off inside a cell or an item. */
export async function expectToFit(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
  // Text that only a screen reader hears is one pixel wide.
  const cut = await page
    .locator("th, td, dd, li")
    .evaluateAll(
      (all) =>
        all.filter(
          (element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1,
        ).length,
    );
  expect(cut).toBe(0);
}

/** Expects that nothing scrolls sideways, and that no words of the element overlap or are cut off. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  expect(await textOverlaps(page.locator("myeloma-compare"))).toEqual([]);
}
