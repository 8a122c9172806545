/** The page about the API in a browser: accessible, nothing cut off, works without scripts. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { screenshot } from "./support/screenshot.ts";

/** Opens all details elements, as a reader could. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test("axe finds nothing with everything unfolded", { timeout: 120_000 }, async ({ openAt }) => {
  const { page, misconduct } = await openAt("/docs", { reducedMotion: "reduce" });
  await screenshot(page, "docs-390-light");
  await unfold(page);
  await expectNoAxeViolationsInAnyColours(page);
  expect(misconduct).toEqual(goodConduct);
});

test.for([320, 390, 768, 1280])(
  "at %i pixels the page never scrolls sideways",
  async (width, { openAt }) => {
    const { page } = await openAt("/docs", { width });
    expect(await scrollsSideways(page)).toBe(false);
    await unfold(page);
    expect(await scrollsSideways(page)).toBe(false);
  },
);

test("without scripts everything is there and unfolds", async ({ openAt }) => {
  const { page } = await openAt("/docs", { javaScriptEnabled: false });
  const resource = page.locator(".resource").first();
  await resource.getByText("curl, R, Python").click();
  await resource.getByText(/^curl 'http/).waitFor();
  await page.getByRole("link", { name: "/v1/dataset.csv", exact: true }).first().click();
  await page.getByRole("heading", { name: "Every figure of the evidence as a table" }).waitFor();
});
