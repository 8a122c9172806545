/** The frame on pages of another site: its height, its filters, and what works in a sandbox. */
import { createHash } from "node:crypto";
import type { Locator } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { expectGoodConduct } from "./support/page.ts";
import { expectToFit, snippet, test } from "./support/printed-frame.ts";
import { choose, frameOf, live, openRow, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { watchPolicy } from "./support/traffic.ts";

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
    await choose(frame, "Lines", "Any number");
    await expectToShow(frame, await answerTo("lines=any"));
    await expectToFit(frame);
    await page.setViewportSize({ width: 1000, height: 700 });
    await expectToFit(frame);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectToFit(frame);
    expectGoodConduct(misconduct);
  });

  test("fits into a page that has rules of its own for frames, and a strict policy", async ({
    framePage,
  }) => {
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
    const blocked = await watchPolicy(page);
    await open();
    const frame = frameOf(page);
    await live(frame);
    await expectToFit(frame);
    await expectToShow(frame, await answerTo(""));
    expect(await blocked()).toEqual([]);
    expectGoodConduct(misconduct);
  });

  test("shows in words why there is no answer", async ({ framePage }) => {
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
});

describe("The script for frames", () => {
  test("lets a frame speak for itself only, in whole pixels within reason", async ({
    openFrame,
  }) => {
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
    const [, other, unmarked] = await page.locator("iframe").all();
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
      await say(other, data);
    }
    await say(unmarked, { type, height: 900 });
    await page.evaluate((message) => postMessage(message, "*"), { type, height: 900 });
    await page.waitForTimeout(100);
    expect(await sizes()).toEqual(fitting);
    await say(other, { type, height: 345 });
    await expect.poll(sizes).toEqual([fitting[0], 345, fitting[2]]);
    expectGoodConduct(misconduct);
  });
});
