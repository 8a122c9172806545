/**
 * The pages of the site, the home page and the forest plot: they fit, everybody can use them, nothing moves, and a phone
 * can install them. `unit/server/pages/every-page.test.ts` checks that no link is dead.
 */

import type { Locator } from "playwright-core";
import { expect, inject } from "vitest";
import { products } from "#data/generated/products.ts";
import { guides } from "#server/documentation/guides/guides.ts";
import { pages } from "#server/site.ts";
import { send } from "../support/send.ts";
import { evidence } from "../unit/data/files.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { edgesOf, expectToFit, sidewaysOverflow } from "./support/fits.ts";
import { goodConduct, test } from "./support/fixture.ts";
import { hasFocus } from "./support/keyboard.ts";
import { live, unfoldAll } from "./support/screen.ts";

/** The product with most to say. */
const [mostSaid] = Object.values(products).toSorted((a, b) => b.sources.length - a.sources.length);

const { cohorts: all } = evidence();
const [longest] = all.toSorted((a, b) => b.figures.length - a.figures.length);
const network = all.find((cohort) => cohort.network !== null);
const onlyInTable = all.find(({ figures }) => {
  const cuts = new Set(figures.map(({ cut }) => cut));
  return cuts.size === 1 && cuts.has("roex-2020");
});

/**
 * The record with most figures, a cohort from a network of records, and one that is known only from a meta-analysis.
 */
const cohorts = [longest, network, onlyInTable].map((cohort) => cohort?.id ?? "");

/** Names the questions at which a page is read, if not as it is: the whole report is long. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "/report": ["/report?compare=product", "/report?outcome=orr"],
};

/** Lists the pages that axe reads: every page of the site with a name, apart from the comparison itself. */
const paths = [
  ...pages
    .filter(({ title, path }) => title !== undefined && path !== "/")
    .flatMap(({ path }) => asked[path] ?? [path]),
  `/products/${mostSaid?.slug}`,
  ...guides.map((guide) => `/docs/${guide}`),
  ...cohorts.map((id) => `/v1/cohorts/${id}`),
];

test.for(paths)(
  "%s: nothing is cut off at 1280 and 320 pixels, axe finds nothing in it unfolded, and paper has no navigation",
  async (path, { openAt }) => {
    const { page, misconduct } = await openAt(path, { width: 1280 });
    await expectToFit(page);
    await page.setViewportSize({ width: 320, height: 844 });
    await expectToFit(page);
    await unfoldAll(page);
    expect(await sidewaysOverflow(page)).toBe(0);
    await expectNoAxeViolationsInAnyColours(page);
    // A part that scrolls by itself is reached by keyboard.
    const scrolling = await page.locator("main *").evaluateAll((all) =>
      all
        .filter((element) => {
          const isScrolled = /auto|scroll/.test(getComputedStyle(element).overflowX);
          // A guide is held to it also where its table happens to fit.
          return (
            (isScrolled && element.scrollWidth > element.clientWidth) ||
            element.matches(".guide .wide, pre")
          );
        })
        .map((element) => (element instanceof HTMLElement ? element.tabIndex : -1)),
    );
    expect(scrolling.every((tabIndex) => tabIndex === 0)).toBe(true);
    // Paper shows it dark on white, without parts that only a screen can use.
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0);
    const ink = await page.evaluate(() => getComputedStyle(document.documentElement).color);
    expect(ink).toBe("rgb(21, 24, 30)");
    expect(misconduct).toEqual(goodConduct);
  },
);

test("Nothing moves while the page comes to life, axe finds nothing, and it has all that Chromium asks of what is installed", async ({
  openPage,
}) => {
  const { page } = await openPage({ width: 1280, height: 800, reducedMotion: "reduce" });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/");
  await live(page);
  await page.waitForTimeout(300);
  const shifts = await page.evaluate<number[]>("shifts");
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
  await expectNoAxeViolationsInAnyColours(page);

  // The headless build does not check installability, so its criteria are.
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  const session = await page.context().newCDPSession(page);
  const { url, errors } = await session.send("Page.getAppManifest");
  expect([new URL(url).pathname, errors]).toEqual(["/manifest.webmanifest", []]);
});

test("On a wide screen the question is a sentence of words, each of which opens the sheet at its filter; where there is less room it is one button", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/", { width: 1280, height: 800 });
  const bar = page.getByRole("group", { name: "Question", exact: true });
  const sheet = page.getByRole("dialog", { name: "Change the question" });
  for (const [word, filter] of [
    ["3+ prior lines", "lines"],
    ["US or EU", "availability"],
    ["all BCMA drugs", "product"],
    ["any age", "age"],
    ["9 trials", "evidence"],
  ] as const) {
    await bar.getByRole("button", { name: word }).click();
    const group = sheet.locator(`[data-filter=${filter}]`);
    await expect.poll(() => hasFocus(group.getByRole("button").first())).toBe(true);
    await expect.poll(() => isInSight(sheet, group)).toBe(true);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    expect(await hasFocus(bar.getByRole("button", { name: word })), word).toBe(true);
  }
  await page.setViewportSize({ width: 900, height: 800 });
  expect(await bar.getByRole("button").count()).toBe(2);
});

test("On a phone the answer begins below its one title and what is not reviewed, and nothing is wider or narrower than it", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/", { width: 390, height: 844 });
  const widget = page.locator("myeloma-compare");
  const topOf = async (locator: Locator) => (await locator.boundingBox())?.y ?? Number.NaN;
  const top = await topOf(widget);
  expect(top).toBeLessThanOrEqual(60);
  expect((await topOf(widget.locator(".row .number").first())) - top).toBeLessThanOrEqual(435);
  expect(await page.getByRole("heading", { level: 1 }).allInnerTexts()).toEqual([
    "Myeloma Compare",
  ]);
  const notReviewed = page.getByRole("banner").getByText("No clinician has reviewed these data");
  expect(await topOf(notReviewed)).toBeLessThan(top);
  // The link leads to the sentences that stand in for the navigation.
  await page.getByRole("link", { name: "More" }).click();
  expect(
    await isInViewport(page.locator(":target").getByRole("link", { name: "The report" })),
  ).toBe(true);
  for (const width of [390, 768, 1280, 1600]) {
    await page.setViewportSize({ width, height: 844 });
    // A wide screen has the navigation.
    expect(await page.getByRole("link", { name: "More" }).isVisible()).toBe(width < 640);
    expect(await page.getByRole("navigation").isVisible()).toBe(width >= 640);
    const parts = page.locator(".masthead, myeloma-compare, :target, .site-foot");
    const edges = (await edgesOf(parts)).map(({ left, right }) => [left, right]);
    // On a phone the answer goes from edge to edge, and its text begins where that of the page does.
    const inner = width < 900 ? [16, width - 16] : edges[1];
    expect(edges, `${width}`).toEqual([inner, width < 900 ? [0, width] : inner, inner, inner]);
  }
});

function isInViewport(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** Returns whether the beginning of a group of choices stands in the part of the sheet that is in sight. */
async function isInSight(sheet: Locator, group: Locator): Promise<boolean> {
  const [outer, inner] = [await sheet.boundingBox(), await group.boundingBox()];
  return (
    outer !== null && inner !== null && inner.y >= outer.y && inner.y < outer.y + outer.height - 44
  );
}

const everything =
  "availability=any&lines=any&evidence=all&regimen=any&target=any&prior-bcma=any&sources=any";

const questions = [
  "outcome=orr",
  "outcome=orr&theme=dark",
  "outcome=crs",
  "outcome=crs-3&model=reml",
  "outcome=infection-3",
  "outcome=orr&therapy-class=car-t",
  "outcome=orr&prior-lines=90-",
  "outcome=infused",
  "outcome=os-12&lines=any&evidence=all&target=any&regimen=any",
  `outcome=orr&${everything}`,
];

const pictureOf = async (question: string) =>
  (await send(inject("serverUrl"), `/v1/forest.svg?${question}`)).text;

interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Returns the boxes of texts or marks as the browser lays them out. */
function boxesOf(parts: Locator): Promise<TextBox[]> {
  return parts.evaluateAll((all) =>
    all.map((part) => {
      const { x, y, width, height } = (part as SVGGraphicsElement).getBBox();
      const box = { left: x, right: x + width, top: y, bottom: y + height };
      return { text: part.textContent || "a mark", ...box };
    }),
  );
}

/** Boxes are higher than letters, so the boxes of neighbouring lines may overlap by this much. */
const leading = 2.5;

function overlapping(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((first, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (second) =>
          first.left < second.right &&
          second.left < first.right &&
          first.top + leading < second.bottom - leading &&
          second.top + leading < first.bottom - leading,
      )
      .map((second) => `"${first.text}" and "${second.text}"`),
  );
}

test("every text is inside the picture, and none on another or on a mark", async ({ openPage }) => {
  const { page, misconduct } = await openPage({ width: 1000 });
  for (const question of questions) {
    // The picture stands inside a page of the test, because the sandbox of its own address blocks tests.
    await page.setContent(`<body style="margin: 0">${await pictureOf(question)}`);
    const boxes = await boxesOf(page.locator("text"));
    const [width, height] = await page
      .locator("svg")
      .evaluate((svg: SVGSVGElement) => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]);
    expect(boxes.length, question).toBeGreaterThan(4);
    const outside = boxes.filter(
      ({ left, right, top, bottom }) =>
        left < 0 || top < 0 || right > (width ?? 0) || bottom > (height ?? 0),
    );
    expect([question, outside, overlapping(boxes)]).toEqual([question, [], []]);
    const marks = await boxesOf(page.locator("[data-mark]"));
    const onMarks = boxes.flatMap((text) => marks.flatMap((mark) => overlapping([text, mark])));
    expect([question, onMarks]).toEqual([question, []]);
  }
  expect(misconduct).toEqual(goodConduct);
});

test("it opens at its own address, where its policy stops nothing that it needs", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage({ width: 1000 });
  const response = await page.goto("/v1/forest.svg?outcome=orr");
  await page.getByText("CARTITUDE-1").waitFor();
  expect(response?.status()).toBe(200);
  // The sandbox also blocks the script of the test that reads the text. The picture itself has no
  // scripts.
  const consoleMessages = misconduct.consoleMessages.filter(
    (message) => !message.includes("Blocked script execution"),
  );
  expect({ ...misconduct, consoleMessages }).toEqual(goodConduct);
});
