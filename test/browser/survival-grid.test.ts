import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { gridParts, isShown, type SurvivalGrid } from "#presentation/screen/survival-grid.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareInWords } from "#server/answers/make-comparison.ts";
import { asked } from "../support/queries.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { ask } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { tabTo } from "./support/keyboard.ts";
import { goodConduct } from "./support/page.ts";
import { live, oneLine, rowNamed } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

const question = "outcome=survival";
const address = `/embed?${question}`;
const { screen: en, survival, detail } = english;

const view = statementOf(compareInWords(asked(question, dataset), english), en);
const grids = gridParts(view.rows).flatMap((part) => ("grid" in part ? part.grid : []));

const tableOf = (page: Page, { family }: SurvivalGrid) =>
  page.getByRole("table", { name: survival.title[family], exact: true });

/** The row of the first month of the first grid with a number, and the cell that opens it. */
function firstCell(page: Page) {
  const [grid] = grids;
  const [month] = grid?.months ?? [];
  if (!grid || !month) throw new Error("no grid");
  return {
    row: rowNamed(page, month.row.label),
    cell: tableOf(page, grid).getByRole("button").first(),
  };
}

async function expectTidy(page: Page): Promise<void> {
  expect(await textOverlaps(page.locator("myeloma-compare"))).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
}

describe("Survival at several months", () => {
  test("is a table to a screen reader, with every number, median and difference of the answer", async ({
    openSparing,
  }) => {
    expect(grids.map(({ family }) => family)).toEqual(["pfs", "os"]);
    const { page, misconduct } = await openSparing(address, { width: 390 });
    for (const grid of grids) {
      const table = tableOf(page, grid);
      const heads = await table.getByRole("columnheader").allInnerTexts();
      expect(heads.map(oneLine)).toEqual([
        survival.month,
        en.className["car-t"],
        en.className.bsab,
      ]);
      for (const { month, row } of grid.months) {
        const name = new RegExp(`^${survival.months(month)}`);
        const line = table.getByRole("row", { name });
        expect(await line.getByRole("rowheader").count()).toBe(1);
        const cells = await line.getByRole("cell").allInnerTexts();
        for (const [index, group] of groups.entries()) {
          const { product, rate, range, evidence, chain } = row.sides[group];
          const pooled = rate === null ? [] : [rate, en.of100, range];
          const named = [...pooled, product, evidence, chain].filter(Boolean).join(" ");
          expect(oneLine(cells[index] ?? "")).toBe(
            isShown(row.sides[group]) ? named : `– ${survival.none}`,
          );
        }
      }
    }
    const text = oneLine(await page.locator("myeloma-compare .root").innerText());
    for (const { medians, empty } of grids) {
      for (const group of groups) expect(text).toContain(medians[group] ?? "");
      for (const { month } of empty) expect(text).toContain(survival.months(month));
    }
    expect(text).toContain(survival.noCurve);
    expect(text).not.toContain(en.nothingReported);
    // Each month with two numbers says what the difference is, or why there is none.
    const lines = await page.locator(".differences li").allInnerTexts();
    const both = grids
      .flatMap(({ months }) => months)
      .filter(({ row }) => groups.every((group) => isShown(row.sides[group])));
    expect(both.length).toBeGreaterThan(0);
    expect(lines).toHaveLength(both.length);
    for (const [index, { month, row }] of both.entries()) {
      const line = oneLine(lines[index] ?? "");
      expect(line).toContain(`${survival.months(month)}: `);
      expect(line).toContain(oneLine(row.difference?.amount ?? row.missing));
    }
    expect(misconduct).toEqual(goodConduct);
  });

  test("opens the row of a month below the grid, by keyboard, and closes it", async ({
    openSparing,
  }) => {
    const { page } = await openSparing(address);
    const { row, cell } = firstCell(page);
    await tabTo(
      page,
      new RegExp(`^${oneLine(await cell.innerText()).slice(0, 8)}`.replace("(", "\\(")),
    );
    await page.keyboard.press("Enter");
    await row.getByText(detail.medians).waitFor();
    expect(await cell.getAttribute("aria-expanded")).toBe("true");
    const medians = row.locator(".medians").getByRole("table");
    expect(await medians.allInnerTexts()).toHaveLength(groups.length);
    await page.keyboard.press("Enter");
    await expect.poll(() => row.count()).toBe(0);
    expect(await cell.getAttribute("aria-expanded")).toBe("false");
  });

  test("is not cut off at any width, and brings an opened row into sight; axe finds nothing", async ({
    openSparing,
  }) => {
    const { page } = await openSparing(`${address}&theme=system`, {
      height: 500,
      reducedMotion: "reduce",
    });
    const [grid] = grids;
    if (!grid) throw new Error("no grid");
    const places = async () => {
      const heads = (await tableOf(page, grid).getByRole("rowheader").all()).slice(0, 2);
      return Promise.all(heads.map((head) => head.boundingBox()));
    };
    await expectTidy(page);
    // Months stand below each other on a phone and beside each other on a desktop.
    const [above, below] = await places();
    expect(below?.x).toBe(above?.x);
    expect(below?.y).toBeGreaterThan(above?.y ?? Number.NaN);
    const { row, cell } = firstCell(page);
    await cell.click();
    await row.getByText(detail.medians).waitFor();
    await expect
      .poll(async () => (await row.getByRole("heading").first().boundingBox())?.y)
      .toBeLessThan(400);
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expectTidy(page);
      if (width < 1280) continue;
      const [left, right] = await places();
      expect(right?.y).toBe(left?.y);
      expect(right?.x).toBeGreaterThan(left?.x ?? Number.NaN);
    }
    await expectNoAxeViolationsInAnyColours(page);
  });

  test("is the same before and after the script, and on a page of another site", async ({
    openAt,
    hostPage,
  }) => {
    const read = async (page: Page) => (await page.getByRole("table").allInnerTexts()).map(oneLine);
    const served = await openAt(address, { javaScriptEnabled: false });
    const { page } = await openAt(address);
    await live(page);
    expect(await read(served.page)).toHaveLength(grids.length);
    expect(await read(page)).toEqual(await read(served.page));
    const host = await hostPage({ body: `<myeloma-compare outcome="survival"></myeloma-compare>` });
    await host.open();
    await live(host.page);
    expect(await read(host.page)).toEqual(await read(page));
  });
});

describe("A class without survival at the month", () => {
  test("has its medians in the row, also in an answer that is computed here", async ({
    openWithEngine,
  }) => {
    const lacking = dataset.outcomes.find(({ id, kind }) => {
      if (kind !== "landmark") return false;
      const [row] = compareInWords(asked(`outcome=${id}`, dataset), english).outcomes;
      return row?.pools.bsab.k === 0 && row.pools.bsab.medians.length > 0;
    });
    if (!lacking) throw new Error("every landmark has a bispecific");
    const [row] = statementOf(
      compareInWords(asked(`outcome=${lacking.id}`, dataset), english),
      en,
    ).rows;
    const printed = row?.sides.bsab.medians ?? "nothing";
    const { page } = await openWithEngine("/embed?age=61.5-");
    // What the engine imports may still be on its way.
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await ask(page, { outcome: lacking.id });
    await page.getByText(printed).waitFor();
    expect(await textOverlaps(page.locator("myeloma-compare"))).toEqual([]);
  });
});
