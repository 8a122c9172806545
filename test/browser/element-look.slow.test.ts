/**
 * Which theme, language and direction the element takes from the page around, that it leaves nothing there, and what a
 * reader sees where its script is refused or slow, and in browsers that lack what it is drawn with, made of the present one.
 */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { makeElementSnippet } from "#presentation/embed/snippets.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { sidewaysOverflow } from "./support/fits.ts";
import { bareFrame, expectGoodConduct, goodConduct, setProperty, test } from "./support/fixture.ts";
import { choose, live, oneLine, openRow, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { openBeforeScripts } from "./support/traffic.ts";

const light = { paper: "rgb(255, 255, 255)", ink: "rgb(21, 24, 30)" };
const dark = { paper: "rgb(15, 19, 24)", ink: "rgb(238, 241, 246)" };

/** Returns the background, the text colour and the colour scheme of the widget. */
function colours(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector("myeloma-compare")?.shadowRoot?.querySelector(".root");
    const style = getComputedStyle(root ?? document.body);
    return { paper: style.backgroundColor, ink: style.color, scheme: style.colorScheme };
  });
}

test("The theme of the element wins over that of the page around, which wins over the system; contrast and forced colours are kept", async ({
  openHostPage,
}) => {
  const { page, misconduct } = await openHostPage({
    body: '<myeloma-compare id="a" class="b" theme="sepia" line="2" data-lines="1"></myeloma-compare>',
    colorScheme: "dark",
  });
  await expectToShow(page, await answerTo(""));
  const ofMuted = () =>
    page.evaluate(() => {
      const muted = document.querySelector("myeloma-compare")?.shadowRoot?.querySelector(".muted");
      return muted ? getComputedStyle(muted).color : "";
    });
  // An unknown theme counts as none, and a page without a scheme is light.
  expect(await colours(page)).toMatchObject(light);
  for (const [theme, expected] of [
    ["system", { ...dark, scheme: "light dark" }],
    ["light", { ...light, scheme: "light" }],
    ["dark", { ...dark, scheme: "dark" }],
  ] as const) {
    await setProperty(page, "theme", theme);
    expect(await colours(page), theme).toEqual(expected);
    expect(await ofMuted()).not.toBe(expected.ink);
    await page.emulateMedia({ contrast: "more" });
    expect(await ofMuted()).toBe(expected.ink);
    await page.emulateMedia({ contrast: null });
  }
  await page.emulateMedia({ forcedColors: "active" });
  expect((await colours(page)).ink).not.toBe(dark.ink);
  const marks = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("p"));
    probe.style.color = "CanvasText";
    const expected = getComputedStyle(probe).color;
    const root = document.querySelector("myeloma-compare")?.shadowRoot;
    const all = [...(root?.querySelectorAll(".mark") ?? [])].map(
      (part) => getComputedStyle(part).fill,
    );
    return all.filter((fill) => fill !== expected);
  });
  expect(marks).toEqual([]);
  await page.emulateMedia({ forcedColors: null });

  await setProperty(page, "theme", "auto");
  expect(await colours(page)).toEqual({ ...light, scheme: "normal" });
  for (const [scheme, expected] of [
    ["dark", dark],
    ["light", light],
    ["light dark", dark],
    ["only light", light],
  ] as const) {
    await page.evaluate((value) => {
      document.documentElement.style.colorScheme = value;
    }, scheme);
    await expect.poll(() => colours(page)).toMatchObject(expected);
  }
  await expect
    .poll(() => misconduct.consoleMessages)
    .toEqual([
      expect.stringMatching(/line: not understood and ignored/),
      expect.stringMatching(/theme: auto, light, dark, system, not sepia/),
    ]);
  expectGoodConduct({ ...misconduct, consoleMessages: [] });
});

test("The words keep their own language and direction, whatever the page around has, and fit it", async ({
  script,
  openHostPage,
}) => {
  const { page } = await openHostPage({
    head: script.tag,
    body: '<div lang="ar" dir="rtl"><myeloma-compare lang="de"></myeloma-compare></div>',
    locale: "en-US",
  });
  await expectToShow(page.locator("main"), await answerTo(""));
  const root = page.locator("myeloma-compare .root");
  expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual(["en", "ltr"]);
  expect(await root.getByText("20 Nov 2026").count()).toBe(1);
  expect(await sidewaysOverflow(page)).toBe(0);
});

test("In a column of 240 or 260 px no tab and no number is cut", async ({ openHostPage }) => {
  const { page } = await openHostPage({
    body: '<div style="width:240px"><myeloma-compare></myeloma-compare></div>',
  });
  await expectToShow(page, await answerTo(""));
  for (const width of [240, 260]) {
    const cut = await page.locator("myeloma-compare").evaluate((element, pixels) => {
      if (element.parentElement) element.parentElement.style.width = `${pixels}px`;
      const { right } = element.getBoundingClientRect();
      const parts = element.shadowRoot?.querySelectorAll(".tabs *, .rows *") ?? [];
      return [...parts]
        .filter((part) => part.getBoundingClientRect().right > right + 0.5)
        .map((part) => part.outerHTML);
    }, width);
    expect(cut, `${width} px`).toEqual([]);
  }
});

test("Taken away and put back, the element leaves no listener on the page around", async ({
  hostPage,
}) => {
  const { page, open } = await hostPage({ body: '<myeloma-compare id="a"></myeloma-compare>' });
  await page.addInitScript(() => {
    let listeners = 0;
    for (const target of [window, document]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (...parameters: Parameters<typeof addEventListener>) => {
        listeners += 1;
        addEventListener.apply(target, parameters);
      };
      target.removeEventListener = (...parameters: Parameters<typeof removeEventListener>) => {
        listeners -= 1;
        removeEventListener.apply(target, parameters);
      };
    }
    Object.assign(window, { listenersHeld: () => listeners });
  });
  const listenersHeld = () => page.evaluate(() => Reflect.get(window, "listenersHeld")());
  await open();
  // Do not read texts first: that would make Playwright add listeners to the page.
  await live(page);
  await page.waitForLoadState("networkidle");
  const before = await listenersHeld();
  await page.evaluate(() => {
    const element = document.querySelector("myeloma-compare");
    for (let times = 0; times < 5; times += 1) {
      element?.remove();
      if (element) document.body.appendChild(element);
    }
  });
  await live(page);
  await expect.poll(listenersHeld).toBe(before);
  await page.evaluate(() => document.querySelector("myeloma-compare")?.remove());
  await expect.poll(listenersHeld).toBe(0);
});

test("Two fit into a page with landmarks and headings of its own", async ({ openHostPage }) => {
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
});

test("On a page that is isolated from other sites the element and frames show the answer, open and filter it", async ({
  openHostPage,
}) => {
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
    await choose(area, "Lines", "Any");
    await expectToShow(area, await answerTo("lines=any"));
    if (!("goto" in area)) continue;
    // The files that a frame may load are loaded under the frame's own restrictions.
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
});

const ours = inject("serverUrl");
const snippet = makeElementSnippet(ours, "lines=2");
const after = "<p>What stands after it.</p>";
const body = snippet + after;

/** Says of a painted frame what it shows. */
interface Seen {
  height: number;
  link: boolean;
  drawn: boolean;
}

describe("The link in the element is seen", () => {
  test("on a page that refuses scripts of other sites", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      head: "",
      body: `<h1>Hospital</h1>${body}`,
      width: 360,
      headers: { "content-security-policy": "script-src 'self'" },
    });
    const link = page.getByRole("link", { name: "CAR-T or bispecific antibody" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`${ours}/embed?lines=2`);
    expect(await sidewaysOverflow(page)).toBe(0);
    await expectNoAxeViolations(page);
  });

  test("until the first answer is drawn, in whose place the element is never lower than before", async ({
    hostPage,
  }) => {
    const { page, open, misconduct } = await hostPage({ head: "", body, width: 1280 });
    await page.addInitScript(() => {
      const seen: Seen[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const element = document.querySelector("myeloma-compare");
        const link = element?.querySelector("a");
        if (element && link) {
          seen.push({
            height: element.getBoundingClientRect().height,
            link: link.getClientRects().length > 0,
            drawn:
              (element.shadowRoot?.querySelector(".compare:not(.skeleton .compare)")
                ?.clientHeight ?? 0) > 0,
          });
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.route(`${ours}/v1/widget.js`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await open();
    await expectToShow(page, await answerTo("lines=2"));
    const seen = await page.evaluate<Seen[]>("seen");
    expect(seen[0]?.link).toBe(true);
    expect(seen.at(-1)).toMatchObject({ link: false, drawn: true });
    // Every painted frame shows one of the two, never both and never none.
    expect(seen.filter(({ link, drawn }) => link === drawn)).toEqual([]);
    const lowest = Math.min(...seen.filter(({ drawn }) => drawn).map(({ height }) => height));
    expect(lowest).toBeGreaterThan(seen[0]?.height ?? Number.POSITIVE_INFINITY);
    await expect(page.getByRole("link", { name: /: the comparison$/ }).count()).resolves.toBe(0);
    expectGoodConduct(misconduct);
  });
});

/** Makes the browser one before Chrome 111, Firefox 123 and Safari 16.4: a template stays a template. */
async function withoutDeclaredRoots(page: Page): Promise<void> {
  await page.route("**/embed**", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(' shadowrootmode="open"', "");
    await route.fulfill({ response, body });
  });
}

/** Makes the browser one before Safari 16.4. */
async function withoutSheets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Document.prototype, "adoptedStyleSheets");
    Reflect.deleteProperty(ShadowRoot.prototype, "adoptedStyleSheets");
    Object.defineProperty(window, "CSSStyleSheet", {
      value: () => {
        throw new TypeError("Illegal constructor");
      },
    });
  });
}

async function text(page: Page): Promise<string> {
  return oneLine(await page.locator("myeloma-compare").innerText());
}

/** Matches the first line of the default answer; `unit/server/pages/embed.test.ts` tests the lines of other questions. */
const firstLine =
  /Response, ≥ partial response: CAR.T 88 of 100, 68 to 96; all apheresed 73; bispecific/;

test("Without declarative shadow roots an answer stands in lines before the script, which then asks nothing", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage();
  await withoutDeclaredRoots(page);
  const { queries, release } = await openBeforeScripts(page, "");
  const before = (await text(page)).replaceAll("\u2060", "");
  expect(before).toMatch(firstLine);
  expect(before).toContain("Very low certainty");
  expect(await page.getByRole("link", { name: "Report" }).getAttribute("target")).toBe("_blank");
  release();
  await live(page);
  await expectToShow(page, await answerTo(""));
  // The earlier lines are not seen beside the rows, and nothing was asked.
  expect((await text(page)).replaceAll("\u2060", "")).not.toMatch(firstLine);
  const children = () => document.querySelector("myeloma-compare")?.childElementCount;
  expect(await page.evaluate(children)).toBe(0);
  expect(queries).toEqual([]);
  expect(misconduct).toEqual(goodConduct);
});

test("Where shadow roots are declared the lines are not seen, nor heard", async ({ openAt }) => {
  const { page } = await openAt("/embed", { javaScriptEnabled: false });
  expect(await rows(page).count()).toBeGreaterThan(5);
  expect(await page.getByRole("link", { name: "Report", exact: true }).count()).toBe(1);
  expect(await page.getByRole("heading", { level: 2 }).count()).toBe(1);
});

test("Without both /embed keeps the answer in lines", async ({ openPage }) => {
  const { page, misconduct } = await openPage();
  await withoutSheets(page);
  await withoutDeclaredRoots(page);
  await page.goto("/embed");
  await page.waitForLoadState("networkidle");
  expect((await text(page)).replaceAll("\u2060", "")).toMatch(firstLine);
  expect(misconduct).toEqual(goodConduct);
});
