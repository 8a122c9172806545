/** A brief as a page: readable on phones and desktops, in both colour schemes. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

const paths = ["/v1/brief.html?outcome=orr,pfs-12,crs-3", "/v1/brief.html?depth=generalist"];

describe.each(paths)("%s", (path) => {
  test.for([
    [390, "light"],
    [390, "dark"],
    [1280, "light"],
  ] as const)("at %i pixels in %s colours", async ([width, colorScheme], { openAt }) => {
    const { page, misconduct } = await openAt(path, { width, height: 800, colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
    await expectNoAxeViolations(page);
    const first = page.locator("a[href^='#reference-']").first();
    await first.click();
    expect(await page.locator(":target").count()).toBe(1);
    expect(misconduct).toEqual(goodConduct);
  });
});
