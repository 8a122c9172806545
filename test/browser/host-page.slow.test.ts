/** A host that has landmarks of its own, or is isolated from other sites. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, live, openRow, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("On a page of another site", () => {
  test("it fits into a page with landmarks and headings of its own, also twice", async ({
    openHostPage,
  }) => {
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
  });
});

describe("On a page that is isolated from other sites", () => {
  const isolated = {
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
  };

  test("frames with and without an origin show the answer, open and filter it", async ({
    openHostPage,
  }) => {
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
  });

  test("the element shows the answer, opens and filters it", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      headers: isolated,
    });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await openRow(rows(page).first());
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("age=60-65"));
    expectGoodConduct(misconduct);
  });
});
