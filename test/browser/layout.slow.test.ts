/**
 * Tests whether the answer can be read: with larger letters, with colours and motion as readers ask for them, over
 * questions that tried the rules and the look, and whatever the size of the screen. `every-state.test.ts` measures states.
 */

import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Screen } from "#presentation/views/screen.ts";
import { inFormat } from "../support/in-format.ts";
import { quarterOf } from "../support/sample.ts";
import { triedQuestions } from "../support/tried-questions.ts";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectNothingCutOff, rowFaults, sidewaysOverflow, textOverlaps } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { closePanel, live, openRow, openSheet, panel, rows, unfoldAll } from "./support/screen.ts";

test("Letters twice as large cut nothing off; a tap beside a sheet closes it", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed", { hasTouch: true });
  const sheet = await openSheet(page, "Product");
  await page.touchscreen.tap(195, 10);
  await sheet.waitFor({ state: "detached" });
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await expectNothingCutOff(page);
  await openRow(rows(page).first());
  await expectNothingCutOff(page);
});

test("axe finds nothing with a refused range in the sheet and with a row unfolded, nothing moves, and both classes keep two colours and two shapes", async ({
  openWidget,
}) => {
  // The page has no animations, so that no colour is measured during a transition; it follows the reader's
  // colours.
  const { page } = await openWidget("/embed?theme=system", { reducedMotion: "reduce" });
  const sheet = await openSheet(page, "Question");
  const moving = await page.evaluate(() => {
    const root = document.querySelector("myeloma-compare")?.shadowRoot;
    return [...(root?.querySelectorAll("*") ?? [])].filter((node) => {
      const { transitionDuration, animationName } = getComputedStyle(node);
      return transitionDuration !== "0s" || animationName !== "none";
    }).length;
  });
  expect(moving).toBe(0);
  await sheet
    .getByRole("form", { name: /^Median age/ })
    .getByLabel("from")
    .fill("many");
  await page.keyboard.press("Enter");
  await sheet.getByRole("alert").filter({ hasText: /\w/ }).waitFor();
  await unfoldAll(sheet);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await openRow(rows(page).first());
  await unfoldAll(panel(page));
  await expectNoAxeViolationsInAnyColours(page);

  const papers: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const [carT, bsab] = await page
      .locator("[data-outcome] .number strong")
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).color));
    expect(carT).toBeTruthy();
    expect(carT).not.toBe(bsab);
    papers.push(`${carT} ${bsab}`);
  }
  expect(papers[0]).not.toBe(papers[1]);
  const shapes = await page
    .locator("[data-outcome=orr] .point")
    .evaluateAll((marks) => marks.map((mark) => mark.innerHTML));
  expect(new Set(shapes).size).toBe(2);
});

const questions = triedQuestions();
const widths = [320, 390, 1280];

/** The views of a question: the overview, and of a quarter of the questions all harms, drugs and an opened row. */
const [overview, ...furtherViews] = ["", "outcome=toxicity", "compare=product", "row"] as const;
const viewedWhole = new Set(quarterOf(questions.map(({ name }) => name)));

async function faultsOf(page: Page, view: string, isOpened: boolean): Promise<string[]> {
  const faultsAtWidths: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const area = isOpened ? panel(page) : page.locator("myeloma-compare");
    const faults = [...(await rowFaults(area)), ...(await textOverlaps(area))];
    if ((await sidewaysOverflow(page)) > 0) faults.push("the page scrolls sideways");
    faultsAtWidths.push(...faults.map((fault) => `${view} at ${width}: ${fault}`));
  }
  return faultsAtWidths;
}

test.for(questions)(
  "$name: nothing runs out, lies on another or is cut, no strip or column is empty, at 320, 390 and 1280 pixels",
  async ({ name, question }, { openAt }) => {
    const { page } = await openAt("about:blank");
    const faultsOfViews: string[] = [];
    for (const view of [overview, ...(viewedWhole.has(name) ? furtherViews : [])]) {
      const isRow = view === "row";
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`/embed?${[question, isRow ? "" : view].filter(Boolean).join("&")}`);
      await live(page);
      if (isRow && (await rows(page).count()) === 0) continue;
      await unfoldAll(page, "details.more");
      if (isRow) {
        await openRow(rows(page).first());
        await unfoldAll(panel(page), "details.fold");
      }
      faultsOfViews.push(...(await faultsOf(page, view || "overview", isRow)));
      if (isRow) await closePanel(page);
    }
    expect(faultsOfViews).toEqual([]);
  },
);

/** Phones, frames in a record, a phone on its side, and desktops: width and height in pixels. */
const sizes = [
  [360, 480],
  [700, 480],
  [700, 560],
  [375, 553],
  [844, 390],
  [1280, 480],
  [320, 800],
  [390, 844],
  [1280, 800],
] as const;

/** Lists what a screen must show at every size; of texts in one list it shows one, the longer where there is room. */
function qualifiersOf({ verdict, label, doubt, randomised, rows }: Screen): string[][] {
  const texts = [
    ...Object.values(verdict),
    label?.text,
    doubt?.text,
    ...(randomised?.tables ?? []).flatMap((table) => [table.title, table.about, table.label?.text]),
    ...rows.flatMap(({ status, why, carried, apheresed }) => [
      ...(status.text ? [] : [status.difference]),
      ...[status.text, why?.lead, carried, apheresed?.number],
    ]),
  ].flatMap((text) => text || []);
  const lines = (randomised?.lines ?? []).map(({ brief, text }) => [brief, text]);
  return [...texts.map((text) => [text]), ...lines];
}

/** Removes what only keeps a name in one line. */
const plainly = (text: string) => text.replaceAll("\u2060", "").replace(/\s+/g, " ");

test.for(triedQuestions())(
  "$name: nothing that qualifies a number depends on the size of the screen; the headline of a phone has at most six lines",
  async ({ question }, { openAt }) => {
    const { page } = await openAt(`/embed?${question}`);
    await live(page);
    const answer = await page.request.get(inFormat(`/v1/screen?${question}`));
    const qualifiers = qualifiersOf((await answer.json()).view);
    expect(qualifiers.length).toBeGreaterThan(0);
    const dropped: string[] = [];
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const shown = plainly(await page.locator("myeloma-compare .compare").innerText());
      for (const texts of qualifiers) {
        if (texts.some((text) => shown.includes(plainly(text)))) continue;
        dropped.push(`${width} × ${height}: ${texts[0]}`);
      }
    }
    expect(dropped).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    const lines = await page.locator("myeloma-compare .verdict").evaluate((headline) => {
      return (
        headline.getBoundingClientRect().height /
        Number.parseFloat(getComputedStyle(headline).lineHeight)
      );
    });
    expect(Math.round(lines)).toBeLessThanOrEqual(6);
  },
);
