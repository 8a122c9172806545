/** The frame on pages of another site: its height, its filters, and what works in a sandbox. */
import { createHash } from "node:crypto";
import type { Frame, Locator } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { makeSelfResizingFrameSnippet, usualHeight } from "#presentation/embed/snippets.ts";
import { isWhole } from "../support/sample.ts";
import {
  bareFrame,
  test as base,
  expectGoodConduct,
  type HostPageParts,
} from "./support/fixture.ts";
import { choose, frameOf, live, opener, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { recordBlocked } from "./support/traffic.ts";

const snippet = makeSelfResizingFrameSnippet(inject("serverUrl"), "");

const test = base
  .extend("framePage", ({ hostPage }) => {
    return (parts: HostPageParts) => hostPage({ head: "", ...parts });
  })
  /** The page with its frame, interactive. */
  .extend("openFrame", ({ framePage }) => {
    return async (parts: HostPageParts) => {
      const { open, ...opened } = await framePage(parts);
      await open();
      const frame = frameOf(opened.page);
      await live(frame);
      return { ...opened, frame };
    };
  });

function heightsIn(frame: Frame) {
  return frame.evaluate(() => ({
    frame: innerHeight,
    content: Math.ceil(document.documentElement.getBoundingClientRect().height),
  }));
}

async function expectToFit(frame: Frame): Promise<number> {
  await expect
    .poll(async () => {
      const { frame: height, content } = await heightsIn(frame);
      return height - content;
    })
    .toBe(0);
  return (await heightsIn(frame)).frame;
}

describe("The frame we print", () => {
  test("has the height of its content, whatever is opened or asked in it", async ({
    openFrame,
  }) => {
    const { frame, page, misconduct } = await openFrame({
      body: `<h1>Myeloma board</h1>${snippet}<p>Imprint</p>`,
    });
    const first = await expectToFit(frame);
    await openRow(rows(frame).first());
    expect(await expectToFit(frame)).toBe(first);
    await choose(frame, "Lines", "Any");
    await expectToShow(frame, await answerTo("lines=any"));
    await expectToFit(frame);
    await page.setViewportSize({ width: 1000, height: 700 });
    await expectToFit(frame);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectToFit(frame);
    expectGoodConduct(misconduct);
  });

  test.runIf(isWhole)(
    "fits into a page that has rules of its own for frames, and a strict policy",
    async ({ framePage }) => {
      const ours = inject("serverUrl");
      const css = `* { box-sizing: border-box; line-height: 3; text-transform: uppercase }
      iframe { height: 315px !important; max-width: 100%; border: 3px solid red; padding: 5px;
        aspect-ratio: 16 / 9; margin: 2em auto; display: block }
      article { float: left; width: 60%; overflow: hidden; font: italic 30px/3 fantasy }`;
      const hash = createHash("sha256").update(css).digest("base64");
      const { page, open, misconduct } = await framePage({
        head: `<style>${css}</style>`,
        body: `<article>${snippet}</article>`,
        headers: {
          "content-security-policy": `default-src 'none'; script-src ${ours}; frame-src ${ours}; style-src 'sha256-${hash}'; img-src data:`,
        },
        width: 1000,
      });
      const blocked = await recordBlocked(page);
      await open();
      const frame = frameOf(page);
      await live(frame);
      await expectToFit(frame);
      await expectToShow(frame, await answerTo(""));
      expect(await blocked()).toEqual([]);
      expectGoodConduct(misconduct);
    },
  );

  test.runIf(isWhole)("shows in words why there is no answer", async ({ framePage }) => {
    const { page, open } = await framePage({
      body: snippet.replace("/embed", `/embed?x=${"y".repeat(9000)}`),
    });
    await open();
    const frame = frameOf(page);
    await frame.getByRole("heading", { name: "cannot be shown" }).waitFor();
    await frame.getByText("longer than 8192 characters").waitFor();
    // The link opens inside the frame, which then takes the height of the new content.
    await frame.getByRole("link").click();
    await live(frame);
    await expectToFit(frame);
  });

  test.runIf(isWhole).for([phone, { width: 1280, height: 800 }])(
    "opens its sheets in the part that is in sight, at $width pixels",
    async (size, { openFrame }) => {
      const body = `<div style="height: 1500px">Above</div>${snippet}<div style="height: 1500px">Below</div>`;
      const { frame, page } = await openFrame({ body, ...size });
      await expectToFit(frame);
      // The filters are above the rows, where nothing can stick to the screen.
      const top = (locator: Locator) =>
        locator.evaluate((element) => element.getBoundingClientRect().top);
      expect(await top(opener(frame, "Question"))).toBeLessThan(await top(rows(frame).first()));
      for (const above of [80, size.height / 2]) {
        const box = await opener(frame, "Question").boundingBox();
        await page.evaluate((by) => scrollBy(0, by), (box?.y ?? 0) - above);
        const before = await page.evaluate(() => scrollY);
        const sheet = await openSheet(frame, "Question");
        await expect.poll(() => isInSight(sheet, size.height)).toBe(true);
        expect(await page.evaluate(() => scrollY)).toBe(before);
        await page.keyboard.press("Escape");
        await sheet.waitFor({ state: "detached" });
      }
    },
  );
});

describe("The script for frames", () => {
  test.runIf(isWhole)(
    "lets a frame speak for itself only, in whole pixels within reason",
    async ({ openFrame }) => {
      const { page, frame, misconduct } = await openFrame({
        body: `${snippet}<iframe id="other" data-myeloma-compare srcdoc="" title="Other" height="200"></iframe>
        <iframe id="unmarked" srcdoc="" title="Unmarked" height="200"></iframe>`,
      });
      await expectToFit(frame);
      const sizes = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("iframe")].map(({ clientHeight }) => clientHeight),
        );
      const fitting = await sizes();
      const [, otherFrame, unmarked] = await page.locator("iframe").all();
      const say = (from: Locator | undefined, data: unknown) =>
        from?.evaluate((element, message) => {
          const inside = (element as HTMLIFrameElement).contentWindow as Window & typeof globalThis;
          inside.eval(`parent.postMessage(${JSON.stringify(message)}, "*")`);
        }, data);
      const type = "myeloma-compare:height";
      for (const data of [
        ...[null, 7, "text", [], {}, { type }, { type, height: "900" }, { type, height: 0 }],
        ...[-5, 0.5, 1e9, null].map((height) => ({ type, height })),
        { type: "myeloma-compare:other", height: 900 },
      ]) {
        await say(otherFrame, data);
      }
      await say(unmarked, { type, height: 900 });
      await page.evaluate((message) => postMessage(message, "*"), { type, height: 900 });
      await page.waitForTimeout(100);
      expect(await sizes()).toEqual(fitting);
      await say(otherFrame, { type, height: 345 });
      await expect.poll(sizes).toEqual([fitting[0], 345, fitting[2]]);
      expectGoodConduct(misconduct);
    },
  );

  test.runIf(isWhole)(
    "may come late, twice, and before its frames, and leaves no name behind",
    async ({ openFrame }) => {
      const [, iframe = "", script = ""] =
        /^(<iframe.*<\/iframe>)\n(<script.*)$/s.exec(snippet) ?? [];
      const { page, frame, misconduct } = await openFrame({ body: iframe });
      // Frames add numbers as names of the window; only the other names count.
      const names = () =>
        page.evaluate(() =>
          Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)),
        );
      const before = await names();
      expect((await heightsIn(frame)).frame).toBe(usualHeight);
      for (const tag of [script, script]) {
        await page.evaluate((html) => {
          const [parsed] = new DOMParser().parseFromString(html, "text/html").scripts;
          // The script is created anew, because a script element from a parser of another document does not
          // run.
          const script = document.createElement("script");
          for (const { name, value } of parsed?.attributes ?? []) script.setAttribute(name, value);
          document.head.appendChild(script);
        }, tag);
        await expectToFit(frame);
      }
      await page.evaluate(
        (html) => {
          document.body.appendChild(document.createRange().createContextualFragment(html));
        },
        iframe.replace("/embed", "/embed?lines=any"),
      );
      await expect.poll(() => page.frames().length).toBe(3);
      const [, , later] = page.frames();
      if (!later) throw new Error("the second frame did not load");
      await live(later);
      await expectToFit(later);
      await expectToFit(frame);
      expect(await names()).toEqual(before);
      expectGoodConduct(misconduct);
    },
  );

  test.runIf(isWhole)(
    "hears the height and nothing else, whatever happens in the frame",
    async ({ framePage }) => {
      const { page, open, misconduct } = await framePage({
        body: bareFrame('sandbox="allow-scripts" width="390"'),
      });
      await page.addInitScript(() => {
        if (window.parent !== window) return;
        const heard: unknown[] = [];
        addEventListener("message", ({ data }) => heard.push(data));
        Object.assign(window, { heard });
      });
      await open();
      const frame = frameOf(page);
      await live(frame);
      await openRow(rows(frame).first());
      await choose(frame, "Lines", "Any");
      await expectToShow(frame, await answerTo("lines=any"));
      await frame.getByRole("link", { name: "Harms" }).click();
      await expectToShow(frame, await answerTo("lines=any&outcome=toxicity"));
      const messages = () => page.evaluate<unknown[]>("heard");
      // Requests of an opened row may still change the height.
      let heard = await messages();
      for (let before = 0; before < heard.length; heard = await messages()) {
        before = heard.length;
        await page.waitForTimeout(400);
      }
      // Heights that follow each other at once are one message.
      expect(heard.length).toBeGreaterThan(1);
      for (const data of heard) {
        expect(data).toEqual({ type: "myeloma-compare:height", height: expect.any(Number) });
        expect(Number.isInteger((data as { height: number }).height)).toBe(true);
      }
      // The page around may ask again. Its other messages, and messages of others, are ignored.
      await page.evaluate(() => {
        const target = document.querySelector("iframe")?.contentWindow;
        for (const data of [null, "myeloma-compare:ask-height", { type: "other" }]) {
          target?.postMessage(data, "*");
        }
      });
      await frame.evaluate(() => postMessage({ type: "myeloma-compare:ask-height" }, "*"));
      await page.waitForTimeout(100);
      expect(await messages()).toHaveLength(heard.length);
      await page.evaluate(() =>
        document
          .querySelector("iframe")
          ?.contentWindow?.postMessage({ type: "myeloma-compare:ask-height" }, "*"),
      );
      await expect.poll(async () => (await messages()).length).toBe(heard.length + 1);
      expectGoodConduct(misconduct);
    },
  );
});

const phone = { width: 390, height: 844 };

async function isInSight(sheet: Locator, height: number): Promise<boolean> {
  const box = await sheet.boundingBox();
  return box !== null && box.y >= -1 && box.y + box.height <= height + 1;
}
