/** The home page: it fits, everybody can use it, nothing moves, and a phone can install it. */

import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { live } from "./support/screen.ts";
import { isWhole } from "./support/whole.ts";

test("Nothing moves while the page comes to life, and axe finds nothing", async ({ openPage }) => {
  const { page } = await openPage({ width: 1280, height: 800, reducedMotion: "reduce" });
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
  await expectNoAxeViolationsInAnyColours(page);
});

describe("On a wide screen", () => {
  test("the question stands open beside the table, which a choice and a row leave in its place", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/", { width: 1280, height: 800 });
    const form = page.getByRole("complementary", { name: "Change the question" });
    const change = page.getByRole("button", { name: "Change", exact: true });
    await form.getByRole("button", { name: "Any number" }).waitFor();
    expect(await change.isVisible()).toBe(false);
    const response = page.locator("[data-outcome=orr]");
    const widthOf = async () => (await response.boundingBox())?.width;
    const width = await widthOf();

    await response.getByRole("button").click();
    await page.getByRole("dialog").waitFor();
    expect(await form.isVisible()).toBe(false);
    expect(await widthOf()).toBe(width);
    await page.keyboard.press("Escape");

    await form.getByRole("button", { name: "Any number" }).click();
    await form.getByRole("button", { name: "Any number", pressed: true }).waitFor();
    expect(await widthOf()).toBe(width);

    await page.setViewportSize({ width: 900, height: 800 });
    await change.waitFor();
    await form.waitFor({ state: "detached" });
  });
});

describe("On a phone", () => {
  /**
   * The manifest as Chromium reads it. The headless build does not check installability, so the
   * test checks the criteria.
   */
  const manifestOf = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    return session.send("Page.getAppManifest");
  };

  test.runIf(isWhole)(
    "the page has all that Chromium asks of what is installed",
    async ({ openWidget }) => {
      const { page, misconduct } = await openWidget("/embed");
      const { url, errors, manifest } = await manifestOf(page);
      expect([new URL(url).pathname, errors]).toEqual(["/manifest.webmanifest", []]);
      expect(await page.evaluate(() => isSecureContext)).toBe(true);
      expect(manifest).toMatchObject({
        name: "Myeloma Compare",
        display: "kStandalone",
        startUrl: `${inject("serverUrl")}/embed`,
        scope: `${inject("serverUrl")}/`,
        preferRelatedApplications: false,
      });
      expect(misconduct).toEqual(goodConduct);
      await page.goto("/");
      expect((await manifestOf(page)).url).toBe(url);
    },
  );
});
