/** A page of another site with our script: landmarks, isolation, integrity, and nothing asked twice. */
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, live, openRow, rows } from "./support/screen.ts";
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

  test("an altered script is refused by its integrity", async ({ hostPage }) => {
    const { page, open } = await hostPage();
    await page.route("**/assets/**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n;altered=1` });
    });
    const refused = page.waitForEvent("console", (message) => /integrity/.test(message.text()));
    await open();
    await refused;
    expect(await rows(page).count()).toBe(0);
  });

  test.runIf(isWhole)(
    "it fits into a page with landmarks and headings of its own, also twice",
    async ({ openHostPage }) => {
      const { page } = await openHostPage({
        body: `<h2>Evidence</h2><myeloma-compare id="a"></myeloma-compare>
        <myeloma-compare id="b" lines="any"></myeloma-compare>`,
      });
      await page.evaluate(() => {
        for (const [tag, text] of [
          ["header", "Hospital"],
          ["footer", "Imprint"],
        ]) {
          const part = document.createElement(tag ?? "");
          part.textContent = text ?? "";
          document.body.insertBefore(part, tag === "header" ? document.body.firstChild : null);
        }
        const title = document.createElement("h1");
        title.textContent = "Haematology";
        document.querySelector("header")?.appendChild(title);
      });
      await live(page.locator("#a"));
      await live(page.locator("#b"));
      await expectNoAxeViolations(page);
    },
  );
});

describe("In a frame", () => {
  test("our home page itself cannot be framed", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      head: "",
      body: `<iframe src="${inject("serverUrl")}/" title="Home" width="390" height="900"></iframe>`,
    });
    await page.waitForTimeout(200);
    expect(await page.frames()[1]?.locator("h1").count()).toBe(0);
  });
});

describe("On a page that is isolated from other sites", () => {
  const isolated = {
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
  };

  test.runIf(isWhole)(
    "frames with and without an origin show the answer, open and filter it",
    async ({ openHostPage }) => {
      const frames = ["", 'sandbox="allow-scripts"'].map((attributes) =>
        bareFrame(`${attributes} width="390" height="900"`),
      );
      const { page, misconduct } = await openHostPage({
        head: "",
        body: frames.join(""),
        headers: isolated,
      });
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      for (const frame of page.frames().slice(1)) {
        await live(frame);
        await openRow(rows(frame).first());
        await choose(frame, "Lines", "Any number");
        await expectToShow(frame, await answerTo("lines=any"));
        // Everything that a frame may load, loaded under the frame's own restrictions.
        const loaded = await frame.evaluate(
          async (files) => {
            const images = files.map(async (file) => {
              const image = new Image();
              image.src = file;
              await image.decode();
              return image.naturalWidth > 0;
            });
            return Promise.all(images);
          },
          ["/assets/icon-192.png", "/assets/social.png", "/favicon.svg"],
        );
        expect(loaded).toEqual([true, true, true]);
      }
      expectGoodConduct(misconduct);
    },
  );

  test.runIf(isWhole)(
    "the element shows the answer, opens and filters it",
    async ({ openHostPage }) => {
      const { page, misconduct } = await openHostPage({
        headers: isolated,
      });
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      await openRow(rows(page).first());
      await choose(page, "Age", "60 to 65");
      await expectToShow(page, await answerTo("age=60-65"));
      expectGoodConduct(misconduct);
    },
  );
});
