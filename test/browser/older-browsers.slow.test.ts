/** Browsers that lack what the element is drawn with, made of the present one: what they show in its place. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { live, oneLine, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { openBeforeScripts } from "./support/traffic.ts";

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
