/** Tests drugs side by side: the ways there and back, by keyboard and on a phone. */

import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { compareProducts, elementTexts } from "#presentation/words/element.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { choose, live, openedRow, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const title = "Five drugs, each in its own trials. Not a ranking.";
const heading = (page: Page) => page.getByRole("heading", { name: title });
const questionOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe("Drugs side by side", () => {
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
    await page.getByRole("link", { name: elementTexts.tabs.summary }).click();
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => focused(page)).toBe(elementTexts.tabs.summary);
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

  test("are a matrix on a wide screen, a row for each drug and a column for each outcome, of which each opens its row", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?compare=product", { width: 1280 });
    await live(page);
    const placesOf = (selector: string) =>
      page.locator(selector).evaluateAll((all) =>
        all.map((item) => {
          const { left, top } = item.getBoundingClientRect();
          return { left: Math.round(left), top: Math.round(top) };
        }),
      );
    const cells = await placesOf(".drug li");
    const names = await placesOf(".outcome-names li");
    expect(new Set(cells.map(({ left }) => left))).toEqual(new Set(names.map(({ left }) => left)));
    expect(new Set(cells.map(({ top }) => top)).size).toBe(5);
    expect(cells).toHaveLength(5 * names.length);
    await page
      .getByRole("button", { name: /^cilta\S+cel, Response: 90, 77 to 97 of 100 in/ })
      .click();
    await openedRow(page).waitFor();
    await expectNothingCutOff(page);
  });

  test("are heard line by line with their drug, and give the focus back to the line that was opened", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?compare=product", { width: 390 });
    await live(page);
    const line = page.getByRole("button", {
      name: /^teclistamab, NRM, Non-relapse mortality: ≥12/,
    });
    await line.click();
    await openedRow(page).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toMatch(/teclistamab, NRM/);
  });

  test("are within a little more than three screens of a phone, fold if they are many, and never run sideways", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?compare=product", { width: 390 });
    await live(page);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    expect(await height()).toBeLessThanOrEqual(2700);
    await page.goto("/embed?compare=product&availability=any");
    await live(page);
    await expectNothingCutOff(page);
    expect(await height()).toBeLessThanOrEqual(4000);
    await page.locator("summary", { hasText: "drugs" }).first().click();
    await expectNothingCutOff(page);
  });

  test("are cards on a phone, a line for each outcome below the label in words, and two lines for two trials", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?compare=product", { width: 390 });
    await live(page);
    const card = page.locator("section.drug", { hasText: "cilta" });
    const head = card.locator("p.muted");
    await expect.poll(() => head.first().innerText()).toMatch(/refractory to lenalid/);
    // Two lines of a drug name their trials: once on a phone, each by itself on a wide screen.
    const order = head.last();
    const names = card.locator('[data-outcome="orr"] .places small');
    expect(await order.innerText()).toBe("2 rows: CARTIFAN-1, then CARTITUDE-1.");
    expect(await names.first().isVisible()).toBe(false);
    const lines = await card.locator(".result").evaluateAll((all) =>
      all.map((line) => {
        const { left, right, top } = line.getBoundingClientRect();
        return { left: Math.round(left), right: Math.round(right), top: Math.round(top) };
      }),
    );
    expect(new Set(lines.map(({ left }) => left)).size).toBe(1);
    expect(lines.every(({ right }) => right <= 390)).toBe(true);
    const tops = lines.map(({ top }) => top);
    expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b));
    expect(await card.locator('[data-outcome="orr"] svg.strip').count()).toBe(2);
    await expect.poll(() => page.locator(".outcome-names").isVisible()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => page.locator(".outcome-names").isVisible()).toBe(true);
    expect(await names.allInnerTexts()).toEqual(["CARTIFAN-1", "CARTITUDE-1"]);
    expect(await order.isVisible()).toBe(false);
    await page.setViewportSize({ width: 320, height: 600 });
    await expectNothingCutOff(page);
  });
});
