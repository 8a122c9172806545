/**
 * Checks whether the page of the answer fits its screen, with its sheets and rows. `every-state.test.ts` measures
 * every state by itself.
 */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { live, opener, openers, openRow, openSheet, rows } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

test.for([320, 768, 1280])(
  "At %i pixels nothing is cut off or overlaps, closed, with trials and with each sheet open",
  async (width, { openWidget }) => {
    const { page } = await openWidget("/", { width });
    await expectNothingCutOff(page);
    await page.goto("/embed");
    await live(page);
    await expectNothingCutOff(page);
    for (const name of openers) {
      const box = await opener(page, name).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
    }
    await openRow(rows(page).first());
    await expectNothingCutOff(page);
    for (const name of openers) {
      const sheet = await openSheet(page, name);
      await expectInside(sheet, sheet.getByRole("button"), width);
      expect(await textOverlaps(sheet)).toEqual([]);
      await sheet.getByRole("button", { name: "Close" }).click();
    }
  },
);

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
