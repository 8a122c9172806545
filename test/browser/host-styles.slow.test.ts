/**
 * The look of the element on a page with its own styles, and the look of that page with the element.
 */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { sidewaysOverflow } from "./support/fits.ts";
import { test as base, expectGoodConduct, type HostPageParts } from "./support/fixture.ts";
import { live, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

type Looks = Record<string, string>[];

let plainSeen: Promise<Looks> | undefined;

const test = base
  .extend("looksOn", ({ openHostPage }) => {
    return async (parts: HostPageParts, mode = "CSS1Compat"): Promise<Looks> => {
      // The page is of one kind of width with and without margins.
      const { page, misconduct } = await openHostPage({ width: 350, ...parts });
      await expectToShow(page, await answerTo(""));
      await openRow(rows(page).first());
      await openSheet(page, "Prior lines");
      // Requests of the sheet and the row have ended, too.
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.compatMode)).toBe(mode);
      const looks = await looksInside(page);
      expectGoodConduct(misconduct);
      return looks;
    };
  })
  /** The look on a page without styles is the reference for all other pages. */
  .extend("plain", ({ looksOn }) => {
    plainSeen ??= looksOn({});
    return plainSeen;
  });

/** Computed styles of everything in the element's shadow root. */
function looksInside(page: Page): Promise<Looks> {
  return page.evaluate(() => {
    const root = document.querySelector("myeloma-compare")?.shadowRoot;
    const properties = [
      ...["color", "display", "font-size", "font-style", "font-weight", "font-variant-caps"],
      ...["letter-spacing", "line-height", "text-align", "text-indent", "text-shadow"],
      ...["text-transform", "white-space", "word-spacing", "cursor", "list-style-type"],
      ...["direction", "visibility", "writing-mode", "user-select", "pointer-events", "word-break"],
      ...["border-spacing", "hyphens", "quotes", "tab-size", "overflow-wrap", "caption-side"],
      ...["fill", "stroke", "margin-top", "float", "inline-size"],
    ];
    return [...(root?.querySelectorAll("*") ?? [])].map((node) => {
      const style = getComputedStyle(node);
      return Object.fromEntries(
        properties.map((property) => [property, style.getPropertyValue(property)]),
      );
    });
  });
}

/** Properties that differ between two pages. */
function differences(first: Looks, second: Looks): string[] {
  const properties = first.flatMap((style, index) =>
    Object.keys(style).filter((property) => style[property] !== second[index]?.[property]),
  );
  return [...new Set(properties)];
}

test("A page without a doctype looks as any other", async ({ plain, looksOn }) => {
  const quirky = await looksOn({ doctype: "" }, "BackCompat");
  expect(plain.length).toBeGreaterThan(100);
  expect(differences(plain, quirky)).toEqual([]);
});

describe("Styles", () => {
  const furniture = `<h2>Ward 5</h2><h3>Today</h3><h4>Beds</h4><p>Text <small>small</small> <a href="#x">link</a></p>
    <ul><li>one</li></ul><ol><li>two</li></ol><button>Press</button><input value="x">
    <table class="forest"><caption>Table</caption><tr><th class="number">a</th></tr></table>
    <nav class="chips"><button class="chip">chip</button></nav><dialog open class="sheet">d</dialog>`;

  test.for([
    [
      "colour, display, size, and all that is inherited",
      `body, body * { color: red !important; display: inline !important; font-size: 40px !important }
      * { letter-spacing: 9px !important; text-transform: uppercase !important; font-style: italic !important;
        line-height: 3 !important; text-indent: 40px !important; word-spacing: 20px !important;
        text-align: right !important; white-space: nowrap !important; font-weight: 900 !important;
        list-style: square !important; cursor: wait !important; font-variant: small-caps !important;
        text-shadow: 2px 2px red !important }`,
    ],
    [
      "what a reset of everything does, and rules for the elements we use",
      `body, body * { all: unset !important; font-size: 40px !important; display: block !important;
        float: left; direction: rtl; visibility: collapse !important; user-select: none !important; pointer-events: none !important;
        word-break: break-all !important; text-wrap: nowrap !important; border-spacing: 9px !important;
        hyphens: auto !important; quotes: none !important; tab-size: 1 !important;
        overflow-wrap: anywhere !important; caption-side: bottom !important; opacity: 0.1 }
      svg { width: 1px !important; fill: red !important; stroke: red !important }
      button, input, a, p, h2, h3, li, table, td, dialog { display: none !important; margin: 99px !important }
      .root, .row, .chip, .chips, .sheet, .bar { display: none !important }`,
    ],
  ] as const)(
    "of a hostile host do not reach the answer (%s)",
    async ([_, css], { plain, looksOn, script }) => {
      const hostile = await looksOn({ head: `${script.tag}<style>${css}</style>` });
      expect(plain.length).toBeGreaterThan(100);
      expect(hostile.length).toBe(plain.length);
      // The host may determine the width of the element.
      const came = differences(plain, hostile).filter((property) => property !== "inline-size");
      expect(came, "properties that came through").toEqual([]);
    },
  );

  test("of the element do not reach the host", async ({ script, openHostPage }) => {
    const looks: Record<string, string>[] = [];
    for (const head of ["", script.tag]) {
      const { page } = await openHostPage({
        body: `${furniture}<myeloma-compare></myeloma-compare>`,
        head,
      });
      if (head) await live(page);
      looks.push(
        await page.evaluate(() =>
          Object.fromEntries(
            [...document.querySelectorAll("body, body *:not(myeloma-compare)")].map(
              (node, index) => {
                const style = getComputedStyle(node);
                const text = [...style]
                  .filter(
                    (property) =>
                      !/size|width|height|origin|inset|top|left|bottom|right/.test(property),
                  )
                  .map((property) => `${property}: ${style.getPropertyValue(property)}`)
                  .join("; ");
                return [`${index} ${node.tagName}`, text];
              },
            ),
          ),
        ),
      );
    }
    expect(looks[1]).toEqual(looks[0]);
  });
});

const element = (style = "") => `<myeloma-compare style="${style}"></myeloma-compare>`;

const boxed = (css: string) => `<div style="${css}">${element()}</div>`;

const places: Record<string, string> = {
  "in a row": boxed("display: flex"),
  "in a centred column": boxed("display: flex; flex-direction: column; align-items: center"),
  "in a grid": boxed("display: grid; justify-items: start"),
  "with margins": element("margin: 0 20px; padding: 0 10px"),
  "in a table cell": `<table><tr><td>${element()}</td></tr></table>`,
  "in a table cell beside another": `<table><tr><td>${element()}</td><td>News of the ward</td></tr></table>`,
  "with width: fit-content": element("width: fit-content"),
  "with width: min-content": element("width: min-content"),
  "with display: contents": `<div style="display: inline-flex">${element("display: contents")}</div>`,
  "with display: inline-block": element("display: inline-block; width: auto"),
  "in a box as wide as its content": `<div style="width: max-content">${element()}</div>`,
  "in a float": `<div style="float: left">${element()}</div>`,
};

test("It can be read in each of them, and the page does not scroll sideways", async ({
  openHostPage,
}) => {
  const body = Object.values(places).map(
    (place) => `<section style="overflow: auto">${place}</section>`,
  );
  const { page, misconduct } = await openHostPage({ body: body.join("") });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const [index, name] of Object.keys(places).entries()) {
      const row = rows(page.locator("body > main > section").nth(index)).first();
      await row.waitFor();
      const box = await row.boundingBox();
      expect([name, (box?.width ?? 0) > 250]).toEqual([name, true]);
      expect([name, (box?.x ?? -1) >= 0]).toEqual([name, true]);
      expect([name, (box?.x ?? 0) + (box?.width ?? 0) <= width]).toEqual([name, true]);
    }
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expectGoodConduct(misconduct);
});
