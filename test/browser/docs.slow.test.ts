/** The pages about the API in a browser: accessible, nothing cut off, works without scripts. */
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

const paths = [
  "/docs",
  ...["", "/getComparison", "/question", "/Pool"].map((one) => `/docs/api${one}`),
];

test.for(paths)(
  "%s: axe finds nothing with everything unfolded",
  { timeout: 120_000 },
  async (path, { openAt }) => {
    const { page, misconduct } = await openAt(path, { reducedMotion: "reduce" });
    if (path === "/docs") await screenshot(page, "docs-390-light");
    await unfold(page);
    await expectNoAxeViolationsInAnyColours(page);
    expect(misconduct).toEqual(goodConduct);
  },
);

test.for([320, 390, 768, 1280])(
  "at %i pixels no page scrolls sideways",
  async (width, { openAt }) => {
    for (const path of paths) {
      const { page } = await openAt(path, { width });
      expect([path, await scrollsSideways(page)]).toEqual([path, false]);
      await unfold(page);
      expect([path, await scrollsSideways(page)]).toEqual([path, false]);
    }
  },
);

test("without scripts everything is there and unfolds", async ({ openAt }) => {
  const { page } = await openAt("/docs#getDatasetTable", { javaScriptEnabled: false });
  await page.getByRole("link", { name: "/v1/comparison", exact: true }).click();
  await page.getByText("curl, R, Python").click();
  await page.getByText(/^curl 'http/).waitFor();
  await page.getByRole("link", { name: "API", exact: true }).click();
  await page.getByRole("link", { name: "/v1/dataset.csv", exact: true }).last().click();
  await page.getByRole("heading", { name: "Every figure of the evidence as a table" }).waitFor();
});
