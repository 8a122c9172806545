/** The home page: it fits, everybody can use it, and nothing moves. */
import { describe, expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { sidewaysOverflow } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { live } from "./support/screen.ts";
import { screenshot } from "./support/screenshot.ts";

describe("For everybody", () => {
  test("nothing is wider than the screen at any width, and axe finds nothing", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/", { width: 1280, reducedMotion: "reduce" });
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await sidewaysOverflow(page)).toBe(0);
      if (width === 390) await screenshot(page, "home-390-light");
    }
    await expectNoAxeViolationsInAnyColours(page);
  });

  test("nothing moves while the page comes to life", async ({ openPage }) => {
    const { page } = await openPage({ width: 1280, height: 800 });
    await page.addInitScript(() => {
      Object.assign(window, { moved: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value } = entry as PerformanceEntry & { value: number };
          Object.assign(window, { moved: (window as unknown as { moved: number }).moved + value });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("/");
    await live(page);
    await page.waitForTimeout(300);
    const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved);
    expect(moved).toBeLessThan(0.01);
  });
});
