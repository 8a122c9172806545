/** A page of another site with our script: landmarks, isolation, and nothing asked twice. */
import type { Locator } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, live, openRow, question, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";
import { isWhole } from "./support/whole.ts";

describe("On a page of another site", () => {
  test("the script of the release works, integrity and all", async ({ host, openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare lines="3+"></myeloma-compare>',
    });
    await expectToShow(page, await answerTo(""));
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    await openRow(rows(page).first());
    const links = await page
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.filter((href) => href.startsWith(host.origin))).toEqual([]);
    expect(links).toContain(
      `${inject("serverUrl")}/report?lines=any&data=${dataVersion.slice(0, 10)}`,
    );
    expectGoodConduct(misconduct);
  });

  test("a parameter that nobody knows is ignored, and the console says so", async ({
    openHostPage,
  }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare lines="any"></myeloma-compare>',
    });
    await expectToShow(page, await answerTo("lines=any"));
    await page.evaluate(() => {
      const element = document.querySelector("myeloma-compare");
      if (element) Object.assign(element, { query: "phase=1&age=65-" });
    });
    await expectToShow(page, await answerTo("age=65-"));
    const said = expect.stringMatching(/phase: not understood and ignored/);
    await expect.poll(() => misconduct.consoleMessages).toEqual([said]);
    expect(misconduct.pageErrors).toEqual([]);
  });

  test("in a pane that scrolls the question stays in view", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      body: '<div id="pane" style="block-size:400px;overflow:auto"><myeloma-compare></myeloma-compare></div>',
    });
    await expectToShow(page, await answerTo(""));
    const topOf = async (one: Locator) => (await one.boundingBox())?.y ?? Number.NaN;
    const pane = page.locator("#pane");
    await pane.evaluate((node) => node.scrollTo(0, 500));
    await expect.poll(() => pane.evaluate((node) => node.scrollTop)).toBe(500);
    // Beneath the edge of the pane is only its own padding.
    expect(Math.abs((await topOf(question(page))) - (await topOf(pane)))).toBeLessThan(10);
  });

  test("loading the script twice, from two addresses, is harmless", async ({
    script,
    hostPage,
  }) => {
    const again = script.tag.replace(script.href, `${script.href}?again`);
    const { page, open, misconduct } = await hostPage({
      head: script.tag + script.tag + again,
    });
    const asked = questions(page);
    await open();
    await expectToShow(page, await answerTo(""));
    expect(asked).toEqual([""]);
    expectGoodConduct(misconduct);
  });

  test.runIf(isWhole)(
    "it fits into a page with landmarks and headings of its own, also twice",
    async ({ openHostPage }) => {
      const { page } = await openHostPage({
        body: `<h2>Evidence</h2><myeloma-compare id="a"></myeloma-compare>
        <myeloma-compare id="b" lines="any"></myeloma-compare>`,
      });
      await page.evaluate(() => {
        document.body.insertAdjacentHTML("afterbegin", "<header><h1>Haematology</h1></header>");
        document.body.insertAdjacentHTML("beforeend", "<footer>Imprint</footer>");
      });
      await live(page.locator("#a"));
      await live(page.locator("#b"));
      await expectNoAxeViolations(page);
    },
  );
});

test.runIf(isWhole)(
  "On a page that is isolated from other sites the element and frames show the answer, open and filter it",
  async ({ openHostPage }) => {
    const frames = ["", 'sandbox="allow-scripts"'].map((attributes) =>
      bareFrame(`${attributes} width="390" height="900"`),
    );
    const { page, misconduct } = await openHostPage({
      body: `<myeloma-compare></myeloma-compare>${frames.join("")}`,
      headers: {
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
      },
    });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const images = ["/assets/icon-192.png", "/assets/social.png", "/favicon.svg"];
    for (const area of [page.locator("main"), ...page.frames().slice(1)]) {
      await live(area);
      await openRow(rows(area).first());
      await choose(area, "Lines", "Any number");
      await expectToShow(area, await answerTo("lines=any"));
      if (!("goto" in area)) continue;
      // Everything that a frame may load, loaded under the frame's own restrictions.
      const loaded = await area.evaluate(
        (files) =>
          Promise.all(
            files.map(async (file) => {
              const image = Object.assign(new Image(), { src: file });
              await image.decode();
              return image.naturalWidth > 0;
            }),
          ),
        images,
      );
      expect(loaded).toEqual([true, true, true]);
    }
    expectGoodConduct(misconduct);
  },
);
