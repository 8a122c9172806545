/**
 * The back button: on our own page it goes through the reader's questions; elsewhere it belongs to
 * the host.
 */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { hasFocus } from "./support/keyboard.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { chip, choice, openSheet, rows, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

const addressOf = (page: Page) => page.evaluate(() => location.pathname + location.search);
const entriesOf = (page: Page) => page.evaluate(() => history.length);

describe("On our own page", () => {
  test("every filter is an entry; back and forward ask again what was asked", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?lines=3%2B&utm_source=x");
    await choice(await openSheet(page, "Prior lines"), "Any number").click();
    await expectToShow(page, await answerTo("lines=any"));
    expect(await addressOf(page)).toBe("/embed?lines=any");
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    expect(await addressOf(page)).toBe("/embed?lines=any&age=60-65");
    const asked = questions(page);
    // The focus stays where it was.
    expect(await hasFocus(chip(page, "Age"))).toBe(true);
    await page.goBack();
    await expectToShow(page, await answerTo("lines=any"));
    expect(await hasFocus(chip(page, "Age"))).toBe(true);
    const opener = toggle(rows(page).first());
    await opener.focus();
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(await hasFocus(opener)).toBe(true);
    expect(await addressOf(page)).toBe("/embed?lines=3%2B&utm_source=x");
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any"));
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    // All answers are cached except the first one, which was part of the page.
    expect(asked.filter((one) => one !== "")).toEqual([]);
    expect(misconduct).toEqual(goodConduct);
  });
});

describe("Elsewhere nothing is pushed", () => {
  test("on a page of a host", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage();
    await expectToShow(page, await answerTo(""));
    const [entries, address] = [await entriesOf(page), await addressOf(page)];
    await choice(await openSheet(page, "Prior lines"), "Any number").click();
    await expectToShow(page, await answerTo("lines=any"));
    expect([await entriesOf(page), await addressOf(page)]).toEqual([entries, address]);
    expectGoodConduct(misconduct);
  });
});
