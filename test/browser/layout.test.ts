import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { beside } from "../support/sample.ts";
import { test } from "./support/fixture.ts";
import { opener, openers, openRow, openSheet, panel, rows } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

describe.each([320, ...beside([1280])])("At %i pixels", (width) => {
  test("nothing is cut off, overlaps or is too small to hit, closed, with trials and with each sheet open", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width });
    await expectTidy(page);
    await expectLarge(page.getByRole("button"), 24);
    for (const index of [0, 4]) {
      await openRow(rows(page).nth(index));
      await expectTidy(page);
      await expectLarge(panel(page).getByRole("button"), 24);
    }
    for (const name of openers) {
      const sheet = await openSheet(page, name);
      await expectInside(sheet, sheet.getByRole("button"), width);
      if (name !== "Patient") await expectLarge(sheet.getByRole("group").getByRole("button"), 44);
      await expectLarge(sheet.getByRole("button"), 24);
      expect(await textOverlaps(sheet)).toEqual([]);
      await sheet.getByRole("button", { name: "Close" }).click();
    }
  });

  test("answers with gaps, and the home page, fit as well", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?prior-lines=90-", { width });
    await expectTidy(page);
    await page.goto("/embed?therapy-class=bsab");
    await expectTidy(page);
    await page.goto("/");
    await rows(page).first().waitFor();
    await expectTidy(page);
  });
});

test("At 390 and 768 pixels, and with text twice as large, nothing is cut off or overlaps", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed", { width: 390 });
  await expectTidy(page);
  for (const name of openers) {
    const { x, width, height } = await boxOf(opener(page, name));
    expect(height, name).toBeGreaterThanOrEqual(44);
    expect(width, name).toBeGreaterThanOrEqual(44);
    expect(x + width, `${name} ends inside the screen`).toBeLessThanOrEqual(390);
  }
  await openRow(rows(page).first());
  await expectTidy(page);
  await page.setViewportSize({ width: 768, height: 844 });
  await expectTidy(page);
  await page.evaluate(() => document.documentElement.style.setProperty("zoom", "2"));
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 844 });
    await expectTidy(page);
  }
  const sheet = await openSheet(page, "Product");
  await expectInside(sheet, sheet.getByRole("button"), 640);
});

test("A reader's own font size, twice the usual one, on a phone cuts nothing off", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await expectTidy(page);
  await openRow(rows(page).first());
  await expectTidy(page);
});

test("A tap beside a sheet closes it", async ({ openWidget }) => {
  const { page } = await openWidget("/embed", { hasTouch: true });
  await openSheet(page, "Product");
  await page.touchscreen.tap(195, 10);
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  name: string;
}

/** All boxes by one call to the browser, because a sheet has too many buttons for a call each. */
async function boxesOf(items: Locator): Promise<Box[]> {
  const boxes = await items.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height, name: (element as HTMLElement).innerText };
    }),
  );
  for (const { width, height, name } of boxes) {
    if (width === 0 || height === 0) throw new Error(`${name} is not on the screen`);
  }
  return boxes;
}

async function boxOf(locator: Locator): Promise<Box> {
  const [box, ...others] = await boxesOf(locator);
  if (!box || others.length > 0) throw new Error("not one element");
  return box;
}

async function expectTidy(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overflow, "horizontal overflow of the page").toBeLessThanOrEqual(0);
  for (const list of [
    page.getByRole("group", { name: "Question" }).getByRole("button"),
    rows(page),
  ]) {
    expect(overlaps(await boxesOf(list), 0.5)).toEqual([]);
  }
  expect.soft(await textOverlaps(page.locator("myeloma-compare"))).toEqual([]);
}

async function expectInside(frame: Locator, items: Locator, width: number): Promise<void> {
  const outer = await boxOf(frame);
  expect(outer.x).toBeGreaterThanOrEqual(0);
  expect(outer.x + outer.width).toBeLessThanOrEqual(width);
  const inner = await boxesOf(items);
  expect(inner.length).toBeGreaterThan(0);
  for (const { x, width: itemWidth, name } of inner) {
    expect(x + itemWidth, name).toBeLessThanOrEqual(outer.x + outer.width);
    expect(x, name).toBeGreaterThanOrEqual(outer.x);
  }
}

async function expectLarge(buttons: Locator, least: number): Promise<void> {
  const boxes = await boxesOf(buttons);
  expect(boxes.length).toBeGreaterThan(0);
  for (const { width, height, name } of boxes) {
    expect(Math.min(width, height), name).toBeGreaterThanOrEqual(least);
  }
}

function overlaps(boxes: readonly Box[], tolerance: number): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > tolerance &&
          Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > tolerance,
      )
      .map((b) => `${JSON.stringify(a)} and ${JSON.stringify(b)}`),
  );
}
