/** Checks where names, bars, marks and columns of rows lie, over questions that tried the rules and the look. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { quarterOf } from "../support/sample.ts";
import { triedQuestions } from "../support/tried-questions.ts";
import { sidewaysOverflow } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { rowFaults } from "./support/row-geometry.ts";
import { closePanel, live, openRow, panel, rows, unfoldAll } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

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
  "$name: nothing runs out, lies on another, is cut, empty or without its verb, at 320, 390 and 1280 pixels",
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
