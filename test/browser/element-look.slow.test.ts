/** Theme, language and direction: what the element takes from its host and what it does not. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { setProperty } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import { openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const light = { paper: "rgb(255, 255, 255)", ink: "rgb(20, 23, 31)" };
const dark = { paper: "rgb(16, 21, 27)", ink: "rgb(236, 239, 244)" };

/** Colours of the widget. */
function colours(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector("myeloma-compare")?.shadowRoot?.querySelector(".root");
    const style = getComputedStyle(root ?? document.body);
    return { paper: style.backgroundColor, ink: style.color, scheme: style.colorScheme };
  });
}

describe("The theme", () => {
  test("of the element wins over the system; what does not exist counts as none, and is said", async ({
    openHostPage,
  }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare id="a" theme="sepia"></myeloma-compare>',
      colorScheme: "dark",
    });
    await expectToShow(page, await answerTo(""));
    // A page that says nothing is light.
    expect(await colours(page)).toMatchObject(light);
    for (const [theme, expected] of [
      ["light", { ...light, scheme: "light" }],
      ["dark", { ...dark, scheme: "dark" }],
      ["system", { ...dark, scheme: "light dark" }],
      ["auto", { ...light, scheme: "normal" }],
    ] as const) {
      await setProperty(page, "theme", theme);
      expect(await colours(page), theme).toEqual(expected);
    }
    await expect
      .poll(() => misconduct.consoleMessages)
      .toEqual([expect.stringMatching(/theme: auto, light, dark, system, not sepia/)]);
    expectGoodConduct({ ...misconduct, consoleMessages: [] });
  });

  test("is that of the page around, also when the page switches it", async ({ openHostPage }) => {
    const { page } = await openHostPage({ colorScheme: "dark" });
    await expectToShow(page, await answerTo(""));
    expect(await colours(page)).toMatchObject(light);
    const declare = (scheme: string) =>
      page.evaluate((value) => {
        document.documentElement.style.colorScheme = value;
      }, scheme);
    for (const [scheme, expected] of [
      ["dark", dark],
      ["light", light],
      ["light dark", dark],
      ["only light", light],
    ] as const) {
      await declare(scheme);
      await expect.poll(() => colours(page)).toMatchObject(expected);
    }
  });

  test.for(["light", "dark"] as const)(
    "%s keeps higher contrast where it is wanted",
    async (theme, { openHostPage }) => {
      const { page } = await openHostPage({
        body: `<myeloma-compare theme="${theme}"></myeloma-compare>`,
      });
      await expectToShow(page, await answerTo(""));
      const ofMuted = () =>
        page.evaluate(() => {
          const muted = document
            .querySelector("myeloma-compare")
            ?.shadowRoot?.querySelector(".muted");
          return muted ? getComputedStyle(muted).color : "";
        });
      const { ink } = theme === "dark" ? dark : light;
      expect(await ofMuted()).not.toBe(ink);
      await page.emulateMedia({ contrast: "more" });
      expect(await ofMuted()).toBe(ink);
    },
  );

  test("gives way to forced colours", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      body: '<myeloma-compare theme="dark"></myeloma-compare>',
      forcedColors: "active",
    });
    await expectToShow(page, await answerTo(""));
    const { ink } = await colours(page);
    expect(ink).not.toBe(dark.ink);
    const marks = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("p"));
      probe.style.color = "CanvasText";
      const expected = getComputedStyle(probe).color;
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      const all = [...(root?.querySelectorAll(".mark") ?? [])].map(
        (one) => getComputedStyle(one).fill,
      );
      return all.filter((fill) => fill !== expected);
    });
    expect(marks).toEqual([]);
  });
});

describe("The language", () => {
  const british = "20 Nov 2026";
  const american = "Nov 20, 2026";

  test.for([
    ["its own over the page's", "en-GB", 'lang="en-US"', "en-GB", american],
    ["the page's, day first", "en-GB", "", "en-US", british],
    ["none that we have: English as a whole", "de-DE", "", "en-US", british],
    ["none said: the browser's", "", "", "en-US", american],
  ] as const)(
    "is %s, and changes with it",
    async ([_, pageLanguage, attribute, locale, date], { script, openHostPage }) => {
      const { page } = await openHostPage({
        head: `<script>document.documentElement.lang = "${pageLanguage}"</script>${script.tag}`,
        body: `<myeloma-compare id="a" ${attribute}></myeloma-compare>`,
        locale,
      });
      await expectToShow(page, await answerTo(""));
      expect(await page.getByText(date).count()).toBe(1);
      // A screen reader speaks the words in their own language.
      const root = page.locator("myeloma-compare .root");
      expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual([
        "en",
        "ltr",
      ]);
      await setProperty(page, "lang", "en-US");
      await page.getByText(american).waitFor();
    },
  );
});

describe("On a page that is read from right to left", () => {
  /** No catalogue runs from right to left yet, but the layout supports it. */
  const turn = (page: Page) =>
    page.locator("myeloma-compare .root").evaluate((root) => root.setAttribute("dir", "rtl"));

  /** Everything that overflows the widget to either side, but for what scrolls or is shortened. */
  const overflowing = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      const isClipped = (node: Element | null): boolean =>
        node !== null &&
        (getComputedStyle(node).overflowX !== "visible" || isClipped(node.parentElement));
      const outside = [...(root?.querySelectorAll("*") ?? [])].filter((node) => {
        const { left, right, width } = node.getBoundingClientRect();
        const isOutside = left < -0.5 || right > innerWidth + 0.5;
        return width > 1 && isOutside && !isClipped(node.parentElement);
      });
      return {
        nodes: outside.map((node) => `${node.tagName} ${node.getAttribute("class")}`),
        page: document.documentElement.scrollWidth - innerWidth,
      };
    });

  test("nothing overflows", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      body: '<div dir="rtl" lang="ar"><myeloma-compare id="a"></myeloma-compare></div>',
    });
    await expectToShow(page, await answerTo(""));
    expect(await overflowing(page)).toEqual({ nodes: [], page: 0 });
    await turn(page);
    await openRow(rows(page).first());
    expect(await overflowing(page)).toEqual({ nodes: [], page: 0 });
    await openSheet(page, "Age");
    expect((await overflowing(page)).nodes).toEqual([]);
  });

  test("numbers and ranges keep their order, and more is on the right of every axis", async ({
    openHostPage,
  }) => {
    const { page } = await openHostPage({
      body: '<div dir="rtl"><myeloma-compare id="a"></myeloma-compare></div>',
      // A phone has no room for the intervals of rows.
      width: 1280,
    });
    await expectToShow(page, await answerTo(""));
    await turn(page);
    const found = await page.evaluate(() => {
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      /** The order of the numbers of a text on the screen, from left to right. */
      const order = (node: Element): number[] => {
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        const places: number[] = [];
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
          for (const { index, 0: digits } of (text.nodeValue ?? "").matchAll(/\d+(\.\d+)?/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + digits.length);
            places.push(range.getBoundingClientRect().left);
          }
        }
        return places;
      };
      const rising = (places: number[]) =>
        places.every((x, index) => index === 0 || x > (places[index - 1] ?? x));
      const ranges = [...(root?.querySelectorAll(".range") ?? [])];
      const axes = [...(root?.querySelectorAll(":is(.strip, .hundred):has(.interval)") ?? [])];
      return {
        ranges: ranges.length,
        turned: ranges.filter((node) => !rising(order(node))).map((node) => node.textContent),
        axes: axes.length,
        mirrored: axes.filter((axis) => {
          const interval = axis.querySelector(".interval")?.getBoundingClientRect();
          const dot = axis.querySelector("circle")?.getBoundingClientRect();
          const zero = axis.querySelector(".zero")?.getBoundingClientRect();
          if (!interval || !dot || interval.left >= dot.right || dot.left >= interval.right)
            return true;
          if (!zero) return false;
          // The amount comes before its range, which may have both.
          const [, way] = /\d (more|fewer)/.exec(axis.parentElement?.textContent ?? "") ?? [];
          return dot.left > zero.left !== (way === "more");
        }).length,
      };
    });
    expect(found.ranges).toBeGreaterThan(6);
    expect(found.axes).toBeGreaterThan(4);
    expect([found.turned, found.mirrored]).toEqual([[], 0]);
  });
});
