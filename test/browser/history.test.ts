/** The back button: on our own page it goes through the reader's questions, anywhere else it is the host's. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
  expectGoodConduct,
  type HostPageParts,
  type HostPages,
  startHostPages,
} from "./host-pages.ts";
import {
  answerTo,
  chip,
  choice,
  expectToShow,
  goodConduct,
  hasFocus,
  live,
  openSheet,
  openWidget,
  questions,
  rows,
  toggle,
} from "./screen.ts";

let pages: HostPages;
beforeAll(async () => {
  pages = await startHostPages();
});
afterAll(() => pages.close());

const hostPage = (parts: HostPageParts) => pages.hostPage(parts);

const addressOf = (page: Page) => page.evaluate(() => location.pathname + location.search);
const entriesOf = (page: Page) => page.evaluate(() => history.length);

describe("On our own page", () => {
  test("every filter is an entry; back and forward ask again what was asked", async () => {
    const { page, close, misconduct } = await openWidget(
      pages.browser,
      "/embed?setting=late&utm_source=x",
    );
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await addressOf(page)).toBe("/embed?setting=early");
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("setting=early&age=60-65"));
    expect(await addressOf(page)).toBe("/embed?setting=early&age=60-65");
    const asked = questions(page);
    await page.goBack();
    await expectToShow(page, await answerTo("setting=early"));
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(await addressOf(page)).toBe("/embed?setting=late&utm_source=x");
    await page.goForward();
    await expectToShow(page, await answerTo("setting=early"));
    await page.goForward();
    await expectToShow(page, await answerTo("setting=early&age=60-65"));
    // All but the first, which the page brought along, are still at hand.
    expect(asked.filter((one) => one !== "")).toEqual([]);
    expect(misconduct).toEqual(goodConduct);
    await close();
  });

  test("a reload shows what the address asks, and back still leads on", async () => {
    const { page, close } = await openWidget(pages.browser, "/embed?theme=dark");
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await addressOf(page)).toBe("/embed?setting=early&theme=dark");
    await page.reload();
    await live(page);
    await expectToShow(page, await answerTo("setting=early"));
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    await close();
  });

  test("the focus stays where it was", async () => {
    const { page, close } = await openWidget(pages.browser, "/embed");
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await hasFocus(chip(page, "Prior lines"))).toBe(true);
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(await hasFocus(chip(page, "Prior lines"))).toBe(true);
    const opener = toggle(rows(page).first());
    await opener.focus();
    await page.goForward();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await hasFocus(opener)).toBe(true);
    await close();
  });

  test("a browser that allows no more entries shows the answer all the same", async () => {
    const { page, close, misconduct } = await openWidget(pages.browser, "/embed");
    await page.evaluate(() => {
      history.pushState = () => {
        throw new DOMException("too many", "SecurityError");
      };
    });
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(misconduct.pageErrors).toEqual([]);
    await close();
  });
});

describe("Elsewhere nothing is pushed", () => {
  test("on a page of a host", async () => {
    const opened = await hostPage({ body: "<myeloma-compare></myeloma-compare>" });
    const { page, open, close } = opened;
    await open();
    await expectToShow(page, await answerTo(""));
    const [entries, address] = [await entriesOf(page), await addressOf(page)];
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect([await entriesOf(page), await addressOf(page)]).toEqual([entries, address]);
    expectGoodConduct(opened);
    await close();
  });

  test.each([
    ["", "a frame of another site"],
    ['sandbox="allow-scripts"', "a frame without an origin"],
    ['sandbox="allow-scripts allow-same-origin"', "a frame with few rights"],
  ])("with %j, in %s", async (sandbox) => {
    const src = `${inject("serverUrl")}/embed`;
    const opened = await hostPage({
      head: "",
      body: `<iframe ${sandbox} src="${src}" title="Evidence" width="390" height="900"></iframe>`,
    });
    const { page, open, close } = opened;
    await open();
    const [, frame] = page.frames();
    if (!frame) throw new Error("the frame did not load");
    await live(frame);
    const entries = await entriesOf(page);
    await choice(await openSheet(frame, "Prior lines"), "Earlier").click();
    await expectToShow(frame, await answerTo("setting=early"));
    expect(await entriesOf(page)).toBe(entries);
    expect(frame.url()).toBe(src);
    expectGoodConduct(opened);
    await close();
  });

  test("but a host can, with the lines of the README", async () => {
    const { page, open, close } = await hostPage({
      body: `<myeloma-compare></myeloma-compare>${await snippetOfReadme()}`,
    });
    await open();
    await expectToShow(page, await answerTo(""));
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await page.evaluate(() => location.search)).toBe("?setting=early");
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    await page.goForward();
    await expectToShow(page, await answerTo("setting=early"));
    await close();
  });
});

async function snippetOfReadme(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const snippets = [...readme.matchAll(/```html\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  const snippet = snippets.find((text) => text.includes("popstate"));
  if (snippet === undefined) throw new Error("the README shows a host no history");
  return snippet;
}
