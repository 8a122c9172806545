/** A brief as a page: readable on a phone and at a desk, in both colour schemes. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { expectNoAxeViolations, launchBrowser } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const paths = ["/v1/brief.html?outcome=orr,pfs-12,crs-3", "/v1/brief.html?depth=generalist"];

describe.each(paths)("%s", (path) => {
  test.each([
    [390, "light"],
    [390, "dark"],
    [1280, "light"],
  ] as const)("at %i pixels in %s colours", async (width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") refused.push(message.text());
    });
    await page.goto(`${inject("serverUrl")}${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
    await expectNoAxeViolations(page);
    const first = page.locator("a[href^='#reference-']").first();
    await first.click();
    expect(await page.locator(":target").count()).toBe(1);
    expect(refused).toEqual([]);
    await page.close();
  });
});
