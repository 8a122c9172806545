/** Products side by side: the ways there and back, by keyboard and on a phone. */
import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { choose, live, openedRow, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const { title, classes } = english.byProduct;
const { compareProducts } = english.detail;
const heading = (page: Page) => page.getByRole("heading", { name: title });
const questionOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe("Products side by side", () => {
  test("are one tap from the sheet, whose columns the keyboard follows, one tap from the classes and one key from a row, and stay with another filter", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?theme=system", {
      width: 320,
      reducedMotion: "reduce",
    });
    const sheet = await openSheet(page, "Product");
    await expectNothingCutOff(page);
    const passed: string[] = [];
    for (let at = ""; !at.startsWith("Reset"); at = await focused(page)) {
      if (/-cel|mab/.test(at)) passed.push(at.includes("-cel") ? "car-t" : "bsab");
      await page.keyboard.press("Tab");
    }
    expect(new Set(passed).size).toBe(2);
    expect(passed).toEqual([...passed].sort().reverse());
    await sheet.getByRole("button", { name: compareProducts }).click();
    await heading(page).waitFor();
    expect(questionOf(page)).toBe("?compare=product&theme=system");
    await expectNothingCutOff(page);
    await page.reload();
    await live(page);
    await page.getByRole("link", { name: classes }).click();
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => focused(page)).toMatch(/^More responded after/);
    expect(questionOf(page)).toBe("?theme=system");
    await page.goBack();
    await heading(page).waitFor();
    await page.goForward();
    await expectToShow(page, await answerTo(""));

    await openRow(rows(page).first());
    await tabTo(page, new RegExp(`^${compareProducts}$`));
    await page.keyboard.press("Enter");
    await heading(page).waitFor();
    await expect.poll(() => focused(page)).toBe(title);
    await choose(page, "Approved", /US(?! or)/);
    await expect.poll(() => questionOf(page)).toBe("?compare=product&availability=us&theme=system");
    await openSheet(page, "Question");
    await page.getByRole("button", { name: "Reset all filters" }).click();
    await expect.poll(() => questionOf(page)).toBe("?compare=product&theme=system");
  });

  test("have a column each on a wide screen, and open the row of an outcome over them", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?compare=product", { width: 1280 });
    await live(page);
    const row = page.locator('[data-outcome="orr"]');
    const left = (list: Locator) =>
      list.evaluateAll((items) => items.map((one) => Math.round(one.getBoundingClientRect().left)));
    const columns = await left(page.locator(".named > li"));
    expect(new Set(columns).size).toBe(columns.length);
    expect(await left(row.locator(".cells > li"))).toEqual(columns);
    await page.getByRole("button", { name: /^Response/ }).click();
    await openedRow(page).waitFor();
    await expectNothingCutOff(page);
  });
});
