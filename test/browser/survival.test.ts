import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { tabTo } from "./support/keyboard.ts";
import { goodConduct } from "./support/page.ts";
import { choosePart, live, oneLine, rowNamed } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

const address = "/embed?outcome=survival";
const { detail, survival: words } = english;

async function expectTidy(page: Page): Promise<void> {
  expect(await textOverlaps(page.locator(".survival"))).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
}

/** By how much the page is wider than the screen, in pixels. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe("Survival, trial by trial", () => {
  test("opens the row of a month by keyboard, and closes it; axe finds nothing at any width", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget(`${address}&theme=system`, { width: 390 });
    const row = rowNamed(page, "Progression-free at 6 months");
    const opener = page.getByRole("button", { name: "6", exact: true }).first();
    expect(await row.count()).toBe(0);
    await tabTo(page, /^6$/);
    await page.keyboard.press("Enter");
    await choosePart(page, "Trials");
    await row.getByText("Medians, as printed").waitFor();
    expect(await opener.getAttribute("aria-expanded")).toBe("true");
    expect(await row.getByRole("table", { name: detail.medians }).count()).toBe(1);
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expectTidy(page);
    }
    await expectNoAxeViolationsInAnyColours(page);
    await opener.press("Enter");
    await expect.poll(() => row.count()).toBe(0);
    expect(misconduct).toEqual(goodConduct);
  });

  test("has months that scroll in their own box, by keyboard, with the name of the trial in sight", async ({
    openWidget,
  }) => {
    const { page } = await openWidget(address, { width: 320 });
    const box = page.locator(".months").first();
    await box.focus();
    const name = box.getByRole("rowheader").first();
    const before = await name.boundingBox();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => box.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
    expect(await name.boundingBox()).toEqual(before);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });

  test("is the same before and after the script, and on a page of another site", async ({
    openAt,
    hostPage,
  }) => {
    const read = async (page: Page) => (await page.getByRole("table").allInnerTexts()).map(oneLine);
    const served = await openAt(address, { javaScriptEnabled: false });
    const { page } = await openAt(address);
    await live(page);
    // Medians and months, of progression, of death and of how long responses lasted.
    expect(await read(served.page)).toHaveLength(6);
    expect(await read(page)).toEqual(await read(served.page));
    const host = await hostPage({ body: `<myeloma-compare outcome="survival"></myeloma-compare>` });
    await host.open();
    await live(host.page);
    expect(await read(host.page)).toEqual(await read(page));
    await host.page.getByText(words.lead).first().waitFor();
  });
});
