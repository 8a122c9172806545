import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { chip, chipNames, live, rows } from "./support/screen.ts";

const phone = { width: 390, height: 844 };

test("The first screen of a phone shows the answer in three lines, and five outcomes above the filters", async ({
  openSparing,
}) => {
  const { page } = await openSparing("/embed", phone);
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
  const headline = page.getByRole("heading", { name: /In a typical trial/ });
  const lines = await headline.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size;
  });
  expect(lines).toBeLessThanOrEqual(3);
});

describe("The filters", () => {
  test("stay in sight wherever one has scrolled to, and never cover what the keyboard is on", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed", { width: 1280, height: 800 });
    for (const size of [{ width: 1280, height: 800 }, phone]) {
      await page.setViewportSize(size);
      for (const part of [0, 0.5, 1]) {
        await page.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), part);
        for (const name of chipNames) await expectInSight(page, chip(page, name));
      }
    }
    // On a phone they are in the lower third, where a thumb is.
    for (const name of chipNames) {
      expect(await topOf(chip(page, name))).toBeGreaterThan((phone.height * 2) / 3);
    }
    for (const row of await rows(page).all()) {
      const button = row.locator("[aria-expanded]");
      await button.focus();
      const [bottom, edge] = [await bottomOf(button), await topOf(chip(page, "Age"))];
      expect(bottom, await button.innerText()).toBeLessThanOrEqual(edge + 1);
    }
    await page.goto("/");
    await page.evaluate(() => scrollTo(0, 400));
    for (const name of chipNames) await expectInSight(page, chip(page, name));
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
