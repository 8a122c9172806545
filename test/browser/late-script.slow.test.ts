/**
 * What a reader sees where the script of the element is refused or slow, and in browsers that lack what the element is
 * drawn with, made of the present one.
 */

import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { makeElementSnippet } from "#presentation/embed/snippets.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { expectGoodConduct, goodConduct, test } from "./support/fixture.ts";
import { live, oneLine, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { openBeforeScripts } from "./support/traffic.ts";

const ours = inject("serverUrl");
const snippet = makeElementSnippet(ours, "lines=2");
const after = "<p>What stands after it.</p>";
const body = snippet + after;

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
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(
      false,
    );
    await expectNoAxeViolations(page);
  });

  test("until the script takes over: then the element is drawn at once, and never lower than before", async ({
    hostPage,
  }) => {
    const { page, open, misconduct } = await hostPage({ head: "", body, width: 1280 });
    await page.addInitScript(() => {
      const seen: { height: number; link: boolean; drawn: boolean }[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const element = document.querySelector("myeloma-compare");
        const link = element?.querySelector("a");
        if (element && link) {
          seen.push({
            height: element.getBoundingClientRect().height,
            link: link.getClientRects().length > 0,
            drawn: (element.shadowRoot?.querySelector(".compare")?.clientHeight ?? 0) > 0,
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
    const seen = await page.evaluate(
      () =>
        (window as unknown as { seen: { height: number; link: boolean; drawn: boolean }[] }).seen,
    );
    expect(seen[0]?.link).toBe(true);
    expect(seen.at(-1)).toMatchObject({ link: false, drawn: true });
    // Every painted frame shows one of the two, never both and never none.
    expect(seen.filter(({ link, drawn }) => link === drawn)).toEqual([]);
    const [light] = seen.filter(({ link }) => link).slice(-1);
    const lowest = Math.min(...seen.filter(({ drawn }) => drawn).map(({ height }) => height));
    expect(lowest).toBeGreaterThan(light?.height ?? Number.POSITIVE_INFINITY);
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
