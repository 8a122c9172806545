/** Survival trial by trial: by keyboard, at every width, and on paper. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { hasFocus, tabTo } from "./support/keyboard.ts";
import { goodConduct } from "./support/page.ts";
import { choosePart, panel, partOf } from "./support/screen.ts";
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
    const opener = page.getByRole("button", { name: "6", exact: true }).first();
    await tabTo(page, /^6$/);
    await page.keyboard.press("Enter");
    await choosePart(page, "Trials");
    await page.getByRole("dialog", { name: "Progression-free at 6 months" }).waitFor();
    await partOf(page).getByText("Medians, as printed").waitFor();
    expect(await opener.getAttribute("aria-expanded")).toBe("true");
    expect(await partOf(page).getByRole("list", { name: detail.medians }).count()).toBe(1);
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expectTidy(page);
    }
    await expectNoAxeViolationsInAnyColours(page);
    await page.keyboard.press("Escape");
    await expect.poll(() => panel(page).count()).toBe(0);
    expect(await hasFocus(opener)).toBe(true);
    expect(misconduct).toEqual(goodConduct);
  });

  test("shows one kind of survival at a time, chosen by finger or by arrow keys", async ({
    openWidget,
  }) => {
    const { page } = await openWidget(address, { width: 320 });
    const kind = (name: string) => page.getByRole("radio", { name });
    const months = page.getByRole("table");
    expect(await months.count()).toBe(1);
    expect(await months.getAttribute("aria-label")).toContain(words.title.pfs);
    for (const one of await page.getByRole("radio").all()) {
      const box = await one.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(44);
    }
    await kind(words.families.pfs).focus();
    await page.keyboard.press("ArrowRight");
    expect(await kind(words.families.os).isChecked()).toBe(true);
    await expect.poll(() => months.getAttribute("aria-label")).toContain(words.title.os);
    await kind(words.families.dor).click();
    await expect.poll(() => months.getAttribute("aria-label")).toContain(words.title.dor);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await expectTidy(page);
    }
  });

  test("is printed with every kind of survival", async ({ openWidget }) => {
    const { page } = await openWidget(address, { width: 390 });
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("table").count()).toBe(3);
    expect(await page.getByRole("radio").count()).toBe(0);
  });
});
