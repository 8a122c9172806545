/**
 * The back button: on our own page it goes through the reader's questions; elsewhere it belongs to
 * the host.
 */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { hasFocus } from "./support/keyboard.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { choose, closePanel, opener, openRow, panel, rows, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

const addressOf = (page: Page) => page.evaluate(() => location.pathname + location.search);
const entriesOf = (page: Page) => page.evaluate(() => history.length);

describe("On our own page", () => {
  test("every filter is an entry; back and forward ask again what was asked", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?lines=3%2B&utm_source=x");
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    expect(await addressOf(page)).toBe("/embed?lines=any");
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    expect(await addressOf(page)).toBe("/embed?lines=any&age=60-65");
    const asked = questions(page);
    // The focus stays where it was.
    expect(await hasFocus(opener(page, "Change"))).toBe(true);
    await page.goBack();
    await expectToShow(page, await answerTo("lines=any"));
    expect(await hasFocus(opener(page, "Change"))).toBe(true);
    const button = toggle(rows(page).first());
    await button.focus();
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(await hasFocus(button)).toBe(true);
    expect(await addressOf(page)).toBe("/embed?lines=3%2B&utm_source=x");
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any"));
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    // All answers are cached except the first one, which was part of the page.
    expect(asked.filter((one) => one !== "")).toEqual([]);
    expect(misconduct).toEqual(goodConduct);
  });

  test("back closes the row that is open; closed by its button it leaves no entry behind", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed");
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    const row = rows(page).first();
    await openRow(row);
    await page.goBack();
    await expect.poll(() => panel(page).count()).toBe(0);
    expect(await hasFocus(toggle(row))).toBe(true);
    await expectToShow(page, await answerTo("lines=any"));
    // At once after the other, though a step back takes a moment.
    await openRow(row);
    await openRow(rows(page).nth(1));
    await closePanel(page);
    await expect.poll(() => page.evaluate(() => history.state)).toBe(null);
    await expectToShow(page, await answerTo("lines=any"));
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(misconduct).toEqual(goodConduct);
  });

  test("beside the answer a row is no entry", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 1280 });
    const entries = await entriesOf(page);
    await openRow(rows(page).first());
    expect(await entriesOf(page)).toBe(entries);
    await toggle(rows(page).nth(1)).click();
    await page.getByRole("dialog", { name: /^Very good partial response/ }).waitFor();
    await toggle(rows(page).nth(1)).click();
    await expect.poll(() => panel(page).count()).toBe(0);
  });
});

describe("Elsewhere nothing is pushed", () => {
  test("on a page of a host", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage();
    await expectToShow(page, await answerTo(""));
    const [entries, address] = [await entriesOf(page), await addressOf(page)];
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    expect([await entriesOf(page), await addressOf(page)]).toEqual([entries, address]);
    expectGoodConduct(misconduct);
  });
});
