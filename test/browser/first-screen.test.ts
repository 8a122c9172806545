import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { chip, chipNames, live, openSheet, rows } from "./support/screen.ts";

const phone = { width: 390, height: 844 };

describe("The first screen of a phone", () => {
  test("shows five outcomes with both numbers and the difference, above the filters", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", phone);
    const edge = await topOf(chip(page, "Prior lines"));
    for (const row of (await rows(page).all()).slice(0, 5)) {
      const parts = [
        row.getByRole("heading"),
        row.getByText(/of 100/).first(),
        row.getByText(/of 100|–$/).last(),
        row.getByText(/(more|fewer)$|not (reported|compared)/).last(),
      ];
      const lowest = Math.max(...(await Promise.all(parts.map(bottomOf))));
      expect(lowest, await row.innerText()).toBeLessThanOrEqual(edge);
    }
  });

  test("says the answer in three lines at most", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", phone);
    const headline = page.getByRole("heading", { name: /In a typical trial/ });
    const lines = await headline.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size;
    });
    expect(lines).toBeLessThanOrEqual(3);
  });
});

describe("The filters", () => {
  test.for([phone, { width: 1280, height: 800 }])(
    "stay in sight wherever one has scrolled to, at $width pixels",
    async (size, { openWidget }) => {
      const { page } = await openWidget("/embed", size);
      for (const part of [0, 0.3, 0.6, 1]) {
        await page.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), part);
        for (const name of chipNames) await expectInSight(page, chip(page, name));
      }
      await openSheet(page, "Age");
    },
  );

  test("stick to the lower edge of a phone on the start page, too", async ({ openWidget }) => {
    const { page } = await openWidget("/", phone);
    await page.evaluate(() => scrollTo(0, 400));
    for (const name of chipNames) await expectInSight(page, chip(page, name));
  });

  test("are in the lower third of a phone, where a thumb is", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", phone);
    for (const name of chipNames) {
      expect(await topOf(chip(page, name))).toBeGreaterThan((phone.height * 2) / 3);
    }
  });

  test("never cover what the keyboard is on", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", phone);
    for (const row of await rows(page).all()) {
      const button = row.locator("[aria-expanded]");
      await button.focus();
      const [bottom, edge] = [await bottomOf(button), await topOf(chip(page, "Age"))];
      expect(bottom, await button.innerText()).toBeLessThanOrEqual(edge + 1);
    }
  });

  test.for([
    ["a card whose overflow is hidden", "hidden", ""],
    ["a card whose overflow is auto", "auto", ""],
    ["an element that is such a card itself", "visible", "hidden"],
  ] as const)(
    "stand above the rows in %s, where nothing can stick",
    async ([_, overflow, own], { openHostPage }) => {
      const body = `<div style="overflow: ${overflow}; border-radius: 12px"><myeloma-compare style="overflow: ${own}"></myeloma-compare></div>`;
      const { page } = await openHostPage({ body, ...phone });
      await live(page);
      await expect
        .poll(() => topOf(chip(page, "Age")))
        .toBeLessThan(await topOf(rows(page).first()));
    },
  );

  test("stick to the lower edge of a pane that scrolls by itself", async ({ openHostPage }) => {
    const body = `<div style="overflow: auto; height: 600px"><myeloma-compare></myeloma-compare></div>`;
    const { page } = await openHostPage({ body, ...phone });
    await live(page);
    await expect.poll(() => topOf(chip(page, "Age"))).toBeGreaterThan(400);
    expect(await bottomOf(chip(page, "Age"))).toBeLessThanOrEqual(660);
  });
});

async function topOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => element.getBoundingClientRect().top);
}

async function bottomOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => element.getBoundingClientRect().bottom);
}

async function expectInSight(page: Page, locator: Locator): Promise<void> {
  const height = page.viewportSize()?.height ?? 0;
  expect(await topOf(locator)).toBeGreaterThanOrEqual(0);
  expect(await bottomOf(locator)).toBeLessThanOrEqual(height);
}
