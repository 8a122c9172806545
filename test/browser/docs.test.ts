/** The page about the API in a browser: accessible, nothing cut off, no script needed. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  expectNoAxeViolations,
  launchBrowser,
  openPage,
  type PageOptions,
  screenshot,
} from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openDocs(options: PageOptions = {}) {
  const opened = await openPage(browser, options);
  await opened.page.goto("/docs");
  return opened;
}

/** Everything that is folded is unfolded, as a reader could. */
async function unfold(page: Page, within = "body"): Promise<void> {
  await page.evaluate((selector) => {
    for (const area of document.querySelectorAll(selector)) {
      for (const one of area.querySelectorAll("details")) one.open = true;
    }
  }, within);
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test.each([
  ["light", 390],
  ["dark", 1280],
] as const)("in %s colours at %i pixels axe finds nothing", async (colorScheme, width) => {
  const { page, misconduct, close } = await openDocs({ colorScheme, width });
  await screenshot(page, `docs-${width}-${colorScheme}`);
  await unfold(page, ".resource:nth-of-type(-n + 2)");
  await expectNoAxeViolations(page);
  expect(misconduct).toEqual({
    consoleMessages: [],
    pageErrors: [],
    failedRequests: [],
    foreignRequests: [],
  });
  await close();
});

test("axe finds nothing with everything unfolded", { timeout: 120_000 }, async () => {
  const { page, close } = await openDocs({ colorScheme: "dark" });
  await unfold(page);
  await expectNoAxeViolations(page);
  await close();
});

test.each([320, 390, 768, 1280])("at %i pixels the page never scrolls sideways", async (width) => {
  const { page, close } = await openDocs({ width });
  expect(await scrollsSideways(page)).toBe(false);
  await unfold(page);
  expect(await scrollsSideways(page)).toBe(false);
  await close();
});

test("without scripts everything is there and unfolds", async () => {
  const { page, close } = await openDocs({ javaScriptEnabled: false });
  const resource = page.locator(".resource").first();
  await resource.getByText("curl, R, Python").click();
  await resource.getByText(/^curl 'http/).waitFor();
  await page.getByRole("link", { name: "/v1/dataset.csv", exact: true }).first().click();
  await page.getByRole("heading", { name: "Every figure of the evidence as a table" }).waitFor();
  await close();
});
