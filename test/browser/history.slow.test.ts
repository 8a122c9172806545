/** The back button after a reload, in frames, and where a host follows the questions. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, frameOf, live } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const addressOf = (page: Page) => page.evaluate(() => location.pathname + location.search);
const entriesOf = (page: Page) => page.evaluate(() => history.length);

describe("On our own page", () => {
  test("a reload shows what the address asks, and back still leads on", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?theme=dark");
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    expect(await addressOf(page)).toBe("/embed?lines=any&theme=dark");
    await page.reload();
    await live(page);
    await expectToShow(page, await answerTo("lines=any"));
    await page.goBack();
    await expectToShow(page, await answerTo(""));
  });

  test("a browser that allows no more entries shows the answer all the same", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed");
    await page.evaluate(() => {
      history.pushState = () => {
        throw new DOMException("too many", "SecurityError");
      };
    });
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    expect(misconduct.pageErrors).toEqual([]);
  });
});

describe("Elsewhere nothing is pushed", () => {
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
    await choose(frame, "Lines", "Any number");
    await expectToShow(frame, await answerTo("lines=any"));
    expect(await entriesOf(page)).toBe(entries);
    expect(frame.url()).toBe(`${inject("serverUrl")}/embed`);
    expectGoodConduct(misconduct);
  });

  test("but a host can, with the lines of the page about embedding", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      body: `<myeloma-compare></myeloma-compare>${await shownSnippet()}`,
    });
    await expectToShow(page, await answerTo(""));
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    expect(await page.evaluate(() => location.search)).toBe("?lines=any");
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any"));
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
