/** The home page: it fits, everybody can use it, nothing moves, and a phone can install it. */

import type { Locator } from "playwright-core";
import { expect, inject } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { hasFocus } from "./support/keyboard.ts";
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

test("On a wide screen the question is a sentence of words, each of which opens the sheet at its filter; where there is less room it is one button", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/", { width: 1280, height: 800 });
  const bar = page.getByRole("group", { name: "Question", exact: true });
  const sheet = page.getByRole("dialog", { name: "Change the question" });
  for (const [word, filter] of [
    ["3+ prior lines", "lines"],
    ["US or EU", "availability"],
    ["all BCMA drugs", "product"],
    ["any age", "age"],
    ["9 trials", "evidence"],
  ] as const) {
    await bar.getByRole("button", { name: word }).click();
    const group = sheet.locator(`[data-filter=${filter}]`);
    await expect.poll(() => hasFocus(group.getByRole("button").first())).toBe(true);
    await expect.poll(() => isInSight(sheet, group)).toBe(true);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    expect(await hasFocus(bar.getByRole("button", { name: word })), word).toBe(true);
  }
  await page.setViewportSize({ width: 900, height: 800 });
  expect(await bar.getByRole("button").count()).toBe(2);
});

test("On a phone the answer begins below its one title and what is not reviewed, and nothing is wider or narrower than it", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/", { width: 390, height: 844 });
  await live(page);
  const widget = page.locator("myeloma-compare");
  const topOf = async (locator: Locator) => (await locator.boundingBox())?.y ?? Number.NaN;
  const top = await topOf(widget);
  expect(top).toBeLessThanOrEqual(60);
  expect((await topOf(widget.locator(".row .number").first())) - top).toBeLessThanOrEqual(345);
  expect(await page.getByRole("heading", { level: 1 }).allInnerTexts()).toEqual([
    "Myeloma Compare",
  ]);
  const notReviewed = page.getByRole("banner").getByText("No clinician has reviewed these data");
  expect(await topOf(notReviewed)).toBeLessThan(top);
  // The link leads to the sentences that stand in for the navigation.
  await page.getByRole("link", { name: "More" }).click();
  expect(
    await isInViewport(page.locator(":target").getByRole("link", { name: "The report" })),
  ).toBe(true);
  for (const width of [390, 768, 1280, 1600]) {
    await page.setViewportSize({ width, height: 844 });
    // A wide screen has the navigation.
    expect(await page.getByRole("link", { name: "More" }).isVisible()).toBe(width < 640);
    expect(await page.getByRole("navigation").isVisible()).toBe(width >= 640);
    const edges = await page
      .locator(".masthead, myeloma-compare, :target, .site-foot")
      .evaluateAll((all) =>
        all.map((element) => {
          const { left, right } = element.getBoundingClientRect();
          return [Math.round(left), Math.round(right)];
        }),
      );
    // On a phone the answer goes from edge to edge, and its text begins where that of the page does.
    const inner = width < 900 ? [16, width - 16] : edges[1];
    expect(edges, `${width}`).toEqual([inner, width < 900 ? [0, width] : inner, inner, inner]);
  }
});

function isInViewport(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** Returns whether the beginning of a group of choices stands in the part of the sheet that is in sight. */
async function isInSight(sheet: Locator, group: Locator): Promise<boolean> {
  const [outer, inner] = [await sheet.boundingBox(), await group.boundingBox()];
  return (
    outer !== null && inner !== null && inner.y >= outer.y && inner.y < outer.y + outer.height - 44
  );
}
