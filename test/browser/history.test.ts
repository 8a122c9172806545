/**
 * The back button: on our own page it goes through the reader's questions; elsewhere it belongs to
 * the host.
 */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { hasFocus } from "./support/keyboard.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { chip, choice, frameOf, live, openSheet, rows, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

const addressOf = (page: Page) => page.evaluate(() => location.pathname + location.search);
const entriesOf = (page: Page) => page.evaluate(() => history.length);

describe("On our own page", () => {
  test("every filter is an entry; back and forward ask again what was asked", async ({
    openSparing,
  }) => {
    const { page, misconduct } = await openSparing("/embed?setting=late&utm_source=x");
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await addressOf(page)).toBe("/embed?setting=early");
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("setting=early&age=60-65"));
    expect(await addressOf(page)).toBe("/embed?setting=early&age=60-65");
    const asked = questions(page);
    // The focus stays where it was.
    expect(await hasFocus(chip(page, "Age"))).toBe(true);
    await page.goBack();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await hasFocus(chip(page, "Age"))).toBe(true);
    const opener = toggle(rows(page).first());
    await opener.focus();
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(await hasFocus(opener)).toBe(true);
    expect(await addressOf(page)).toBe("/embed?setting=late&utm_source=x");
    await page.goForward();
    await expectToShow(page, await answerTo("setting=early"));
    await page.goForward();
    await expectToShow(page, await answerTo("setting=early&age=60-65"));
    // All answers are cached except the first one, which was part of the page.
    expect(asked.filter((one) => one !== "")).toEqual([]);
    expect(misconduct).toEqual(goodConduct);
  });

  test("a reload shows what the address asks, and back still leads on", async ({ openSparing }) => {
    const { page } = await openSparing("/embed?theme=dark");
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await addressOf(page)).toBe("/embed?setting=early&theme=dark");
    await page.reload();
    await live(page);
    await expectToShow(page, await answerTo("setting=early"));
    await page.goBack();
    await expectToShow(page, await answerTo(""));
  });

  test("a browser that allows no more entries shows the answer all the same", async ({
    openSparing,
  }) => {
    const { page, misconduct } = await openSparing("/embed");
    await page.evaluate(() => {
      history.pushState = () => {
        throw new DOMException("too many", "SecurityError");
      };
    });
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(misconduct.pageErrors).toEqual([]);
  });
});

describe("Elsewhere nothing is pushed", () => {
  test("on a page of a host", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage();
    await expectToShow(page, await answerTo(""));
    const [entries, address] = [await entriesOf(page), await addressOf(page)];
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect([await entriesOf(page), await addressOf(page)]).toEqual([entries, address]);
    expectGoodConduct(misconduct);
  });

  test.for([
    ["", "a frame of another site"],
    ['sandbox="allow-scripts allow-same-origin"', "a frame with few rights"],
  ] as const)("with %j, in %s", async ([sandbox], { openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      head: "",
      body: bareFrame(`${sandbox} width="390" height="900"`),
    });
    const frame = frameOf(page);
    await live(frame);
    const entries = await entriesOf(page);
    await choice(await openSheet(frame, "Prior lines"), "Earlier").click();
    await expectToShow(frame, await answerTo("setting=early"));
    expect(await entriesOf(page)).toBe(entries);
    expect(frame.url()).toBe(`${inject("serverUrl")}/embed`);
    expectGoodConduct(misconduct);
  });

  test("but a host can, with the lines of the page about embedding", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      body: `<myeloma-compare></myeloma-compare>${await shownSnippet()}`,
    });
    await expectToShow(page, await answerTo(""));
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await page.evaluate(() => location.search)).toBe("?setting=early");
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    await page.goForward();
    await expectToShow(page, await answerTo("setting=early"));
  });
});

async function shownSnippet(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const page = await readFile(new URL("../../widget/embedding.md", import.meta.url), "utf8");
  const snippets = [...page.matchAll(/```html\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  const snippet = snippets.find((text) => text.includes("popstate"));
  if (snippet === undefined) throw new Error("the page shows a host no history");
  return snippet;
}
