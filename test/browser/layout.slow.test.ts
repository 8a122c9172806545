/**
 * Checks whether the answer fits its screen when it is zoomed, and with larger letters. `every-state.test.ts` and
 * `row-geometry.slow.test.ts` measure states and rows as they are.
 */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { openRow, openSheet, rows } from "./support/screen.ts";

test("A page zoomed to twice its size, and letters twice as large, cut nothing off; a tap beside a sheet closes it", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed", { width: 1280, hasTouch: true });
  const zoom = (to: string) =>
    page.evaluate((text) => document.documentElement.style.setProperty("zoom", text), to);
  await zoom("2");
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNothingCutOff(page);
  }
  const sheet = await openSheet(page, "Product");
  await expectInside(sheet, sheet.getByRole("button"), 640);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await zoom("1");
  await page.setViewportSize({ width: 390, height: 844 });
  await openSheet(page, "Product");
  await page.touchscreen.tap(195, 10);
  await sheet.waitFor({ state: "detached" });
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await expectNothingCutOff(page);
  await openRow(rows(page).first());
  await expectNothingCutOff(page);
});

/** Measures by one call to the browser, because a sheet has too many buttons for a call each. */
async function expectInside(frame: Locator, items: Locator, width: number): Promise<void> {
  const outer = await frame.evaluate((node) => node.getBoundingClientRect());
  expect(outer.left).toBeGreaterThanOrEqual(0);
  expect(outer.right).toBeLessThanOrEqual(width);
  const inner = await items.evaluateAll((all) => all.map((item) => item.getBoundingClientRect()));
  expect(inner.length).toBeGreaterThan(0);
  const outside = inner.filter(({ left, right }) => left < outer.left || right > outer.right);
  expect(outside).toEqual([]);
}
