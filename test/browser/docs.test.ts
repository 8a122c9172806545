/** The page about the API in a browser: accessible, nothing cut off, works without scripts. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { screenshot } from "./support/screenshot.ts";

/** Opens all details elements, as a reader could. */
async function unfold(page: Page, within = "body"): Promise<void> {
  await page.evaluate((selector) => {
    for (const area of document.querySelectorAll(selector)) {
      for (const one of area.querySelectorAll("details")) one.open = true;
    }
  }, within);
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test.for([
  ["light", 390],
  ["dark", 1280],
] as const)(
  "in %s colours at %i pixels axe finds nothing",
  async ([colorScheme, width], { openAt }) => {
    const { page, misconduct } = await openAt("/docs", { colorScheme, width });
    await screenshot(page, `docs-${width}-${colorScheme}`);
    await unfold(page, ".resource:nth-of-type(-n + 2)");
    await expectNoAxeViolations(page);
    expect(misconduct).toEqual(goodConduct);
  },
);

test("axe finds nothing with everything unfolded", { timeout: 120_000 }, async ({ openAt }) => {
  const { page } = await openAt("/docs", { colorScheme: "dark" });
  await unfold(page);
  await expectNoAxeViolations(page);
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
