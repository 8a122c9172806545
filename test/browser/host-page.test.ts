import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { anyQuestion, icons } from "../../widget/generated/pictures.ts";
import { expectNoAxeViolations } from "../support/browser.ts";
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
  live,
  openRow,
  openSheet,
  questions,
  rows,
  watchPolicy,
} from "./screen.ts";

let pages: HostPages;
beforeAll(async () => {
  pages = await startHostPages();
});
afterAll(() => pages.close());

const hostPage = (parts: HostPageParts) => pages.hostPage(parts);

describe("On a page of another site", () => {
  test("the snippet from our home page works, integrity and all", async () => {
    const opened = await hostPage({ body: '<myeloma-compare setting="late"></myeloma-compare>' });
    const { page, open, close } = opened;
    await open();
    await expectToShow(page, await answerTo(""));
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    await openRow(rows(page).first());
    const links = await page
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.filter((href) => href.startsWith(pages.host.origin))).toEqual([]);
    expect(links).toContain(`${inject("serverUrl")}/v1/comparison?setting=early`);
    expectGoodConduct(opened);
    await close();
  });

  test("it fits into a page with landmarks and headings of its own, also twice", async () => {
    const opened = await hostPage({
      body: `<h2>Evidence</h2><myeloma-compare id="a"></myeloma-compare>
        <myeloma-compare id="b" setting="early"></myeloma-compare>`,
    });
    const { page, open, close } = opened;
    await open();
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
    await close();
  });

  test("a strict policy needs to allow our site for scripts and connections only", async () => {
    const ours = inject("serverUrl");
    const policy = `default-src 'none'; script-src ${ours}; connect-src ${ours}; style-src 'none'; img-src data:`;
    const opened = await hostPage({
      body: "<myeloma-compare></myeloma-compare>",
      headers: { "content-security-policy": policy },
    });
    const { page, open, close } = opened;
    const blocked = await watchPolicy(page);
    await open();
    await expectToShow(page, await answerTo(""));
    await openRow(rows(page).first());
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("age=60-65"));
    expect(await blocked()).toEqual([]);
    const styled = await chip(page, "Age").evaluate((button) => getComputedStyle(button).display);
    expect(styled, "our styles are not blocked").toBe("flex");
    expectGoodConduct(opened);
    await close();
  });

  test.each([
    ["without a doctype", ""],
    ["with that of HTML 3.2", '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">'],
  ])("a page %s looks as any other", async (_, doctype) => {
    const plain = await plainLooks();
    const quirky = await looksOn({ doctype }, "BackCompat");
    expect(plain.length).toBeGreaterThan(100);
    expect(differences(plain, quirky)).toEqual([]);
  });

  test("loading the script twice, from two addresses, is harmless", async () => {
    const again = pages.script.tag.replace(pages.script.href, `${pages.script.href}?again`);
    const opened = await hostPage({
      head: pages.script.tag + pages.script.tag + again,
      body: "<myeloma-compare></myeloma-compare>",
    });
    const asked = questions(opened.page);
    await opened.open();
    await expectToShow(opened.page, await answerTo(""));
    expect(asked).toEqual([""]);
    expectGoodConduct(opened);
    await opened.close();
  });

  test("an altered script is refused by its integrity", async () => {
    const opened = await hostPage({ body: "<myeloma-compare></myeloma-compare>" });
    const { page, open, close } = opened;
    await page.route("**/assets/**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n;altered=1` });
    });
    await open();
    await page.waitForTimeout(300);
    expect(await rows(page).count()).toBe(0);
    await close();
  });
});

describe("Styles", () => {
  const element = "<myeloma-compare></myeloma-compare>";
  const furniture = `<h2>Ward 5</h2><h3>Today</h3><h4>Beds</h4><p>Text <small>small</small> <a href="#x">link</a></p>
    <ul><li>one</li></ul><ol><li>two</li></ol><button>Press</button><input value="x">
    <table class="forest"><caption>Table</caption><tr><th class="number">a</th></tr></table>
    <nav class="chips"><button class="chip">chip</button></nav><dialog open class="sheet">d</dialog>`;

  test.each([
    [
      "colour, display and size",
      "* { color: red !important; display: inline !important; font-size: 40px !important }",
    ],
    [
      "all that is inherited",
      `* { letter-spacing: 9px !important; text-transform: uppercase !important; font-style: italic !important;
        line-height: 3 !important; text-indent: 40px !important; word-spacing: 20px !important;
        text-align: right !important; white-space: nowrap !important; font-weight: 900 !important;
        list-style: square !important; cursor: wait !important; font-variant: small-caps !important;
        text-shadow: 2px 2px red !important }`,
    ],
    [
      "what a reset of everything does, and rules for the elements we use",
      `* { all: unset !important; font-size: 40px !important; display: block !important;
        float: left; direction: rtl; visibility: collapse !important; user-select: none !important; pointer-events: none !important;
        word-break: break-all !important; text-wrap: nowrap !important; border-spacing: 9px !important;
        hyphens: auto !important; quotes: none !important; tab-size: 1 !important;
        overflow-wrap: anywhere !important; caption-side: bottom !important; opacity: 0.1 }
      svg { width: 1px !important; fill: red !important; stroke: red !important }
      button, input, a, p, h2, h3, li, table, td, dialog { display: none !important; margin: 99px !important }
      .root, .row, .chip, .chips, .sheet, .bar { display: none !important }`,
    ],
  ])("of a hostile host do not reach the answer (%s)", async (_, css) => {
    const plain = await plainLooks();
    const hostile = await looksOn({ head: `${pages.script.tag}<style>${css}</style>` });
    expect(plain.length).toBeGreaterThan(100);
    expect(hostile.length).toBe(plain.length);
    // How wide the element may be is the host's to say.
    const came = differences(plain, hostile).filter((property) => property !== "inline-size");
    expect(came, "properties that came through").toEqual([]);
  });

  test.each([
    ["a float", "myeloma-compare { float: left }"],
    ["a row", "main { display: flex }"],
    ["a centred column", "main { display: flex; flex-direction: column; align-items: center }"],
    ["a grid", "main { display: grid; justify-items: start }"],
    ["a line of text", "myeloma-compare { display: inline-block }"],
    ["margins", "myeloma-compare { margin: 0 20px; padding: 0 10px }"],
  ])("that shrink or pad it in %s leave it the room there is", async (_, css) => {
    const opened = await hostPage({
      body: element,
      head: `${pages.script.tag}<style>${css}</style>`,
    });
    const { page, open, close } = opened;
    await open();
    await live(page);
    const width = await page
      .locator("myeloma-compare")
      .evaluate(({ clientWidth }) => ({ clientWidth, page: document.documentElement.scrollWidth }));
    expect(width.clientWidth).toBeGreaterThanOrEqual(330);
    expect(width.page).toBe(390);
    await close();
  });

  test("of the element do not reach the host", async () => {
    const looks: Record<string, string>[] = [];
    for (const head of ["", pages.script.tag]) {
      const { page, open, close } = await hostPage({ body: furniture + element, head });
      await open();
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
      await close();
    }
    expect(looks[1]).toEqual(looks[0]);
  });
});

type Looks = Record<string, string>[];

let plainSeen: Promise<Looks> | undefined;

/** On a page without styles or peculiarities: what every other page is compared with. */
function plainLooks(): Promise<Looks> {
  plainSeen ??= looksOn({});
  return plainSeen;
}

async function looksOn(parts: Partial<HostPageParts>, mode = "CSS1Compat"): Promise<Looks> {
  const opened = await hostPage({ body: "<myeloma-compare></myeloma-compare>", ...parts });
  const { page, open, close } = opened;
  await open();
  await expectToShow(page, await answerTo(""));
  await openRow(rows(page).first());
  await openSheet(page, "Prior lines");
  // What the sheet and the row fetch for themselves is there, too.
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => document.compatMode)).toBe(mode);
  const looks = await looksInside(page);
  expectGoodConduct(opened);
  await close();
  return looks;
}

/** Computed style of everything in the element's shadow root. */
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

/** Properties that are not the same everywhere. */
function differences(one: Looks, other: Looks): string[] {
  const found = one.flatMap((style, index) =>
    Object.keys(style).filter((property) => style[property] !== other[index]?.[property]),
  );
  return [...new Set(found)];
}

describe("In a frame", () => {
  test("without an origin of its own it shows the answer and filters it", async () => {
    const src = `${inject("serverUrl")}/embed`;
    const opened = await hostPage({
      head: "",
      body: `<iframe sandbox="allow-scripts" src="${src}" title="Evidence" width="390" height="900"></iframe>`,
    });
    const { page, open, close } = opened;
    await open();
    const frame = page.frames().find((one) => one.url() === src);
    if (!frame) throw new Error("the frame did not load");
    expect(await frame.evaluate(() => origin)).toBe("null");
    await live(frame);
    await expectToShow(frame, await answerTo(""));
    await choice(await openSheet(frame, "Prior lines"), "Earlier").click();
    await expectToShow(frame, await answerTo("setting=early"));
    await openRow(rows(frame).first());
    expectGoodConduct(opened);
    await close();
  });

  test("our home page itself cannot be framed", async () => {
    const opened = await hostPage({
      head: "",
      body: `<iframe src="${inject("serverUrl")}/" title="Home" width="390" height="900"></iframe>`,
    });
    await opened.open();
    await opened.page.waitForTimeout(200);
    expect(await opened.page.frames()[1]?.locator("h1").count()).toBe(0);
    await opened.close();
  });
});

describe("On a page that is isolated from other sites", () => {
  const isolated = {
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
  };
  const src = `${inject("serverUrl")}/embed`;

  test.each([
    ["as it is", ""],
    ["without an origin", 'sandbox="allow-scripts"'],
  ])(
    "the frame %s shows the answer, filters it and loads its later parts",
    async (_, attributes) => {
      const opened = await hostPage({
        head: "",
        body: `<iframe ${attributes} src="${src}" title="Evidence" width="390" height="900"></iframe>`,
        headers: isolated,
      });
      const { page, open, close } = opened;
      await open();
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      const frame = page.frames().find((one) => one.url() === src);
      if (!frame) throw new Error("the frame did not load");
      await live(frame);
      await openRow(rows(frame).first());
      await choice(await openSheet(frame, "Prior lines"), "Earlier").click();
      await expectToShow(frame, await answerTo("setting=early"));
      // All that a frame may be asked to load, as it may be loaded there.
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
        [icons.small.href, anyQuestion.small.href, "/favicon.svg", "/qr.svg"],
      );
      expect(loaded).toEqual([true, true, true, true]);
      expectGoodConduct(opened);
      await close();
    },
  );

  test("the element shows the answer, filters it and loads its later parts", async () => {
    const opened = await hostPage({
      body: "<myeloma-compare></myeloma-compare>",
      headers: isolated,
    });
    const { page, open, close } = opened;
    await open();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await openRow(rows(page).first());
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("age=60-65"));
    expectGoodConduct(opened);
    await close();
  });
});
