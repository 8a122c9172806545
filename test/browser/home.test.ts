/** The home page: it fits, everybody can use it, nothing moves, and a phone can install it. */

import { expect, inject } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { live } from "./support/screen.ts";

test("Nothing moves while the page comes to life, axe finds nothing, and it has all that Chromium asks of what is installed", async ({
  openPage,
}) => {
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

  // The headless build does not check installability, so its criteria are.
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  const session = await page.context().newCDPSession(page);
  const { url, errors, manifest } = await session.send("Page.getAppManifest");
  expect([new URL(url).pathname, errors]).toEqual(["/manifest.webmanifest", []]);
  expect(manifest).toMatchObject({
    name: "Myeloma Compare",
    display: "kStandalone",
    startUrl: `${inject("serverUrl")}/embed`,
    scope: `${inject("serverUrl")}/`,
    preferRelatedApplications: false,
  });
});

test("On a wide screen the question stands open beside the table, which a choice and a row leave in its place", async ({
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
