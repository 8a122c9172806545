/** Filters: every form of value, the whole sheet, and what a sheet asks. */
import { describe, expect } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { choice, openFilter, openSheet, question } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

describe("Under More", () => {
  test("a value of an opened filter is asked", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "More");
    await openFilter(sheet, "Counted over");
    await choice(sheet, "All with cells", "Counted over").click();
    await expectToShow(page, await answerTo("denominator=collected"));
  });

  test("a range can be typed, and nothing at all lifts it", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const title = "Extramedullary disease";
    const sheet = await openSheet(page, "More");
    await openFilter(sheet, title);
    const from = () => sheet.getByRole("form", { name: title }).getByLabel("from");
    await from().fill("half");
    await page.keyboard.press("Enter");
    await sheet.getByRole("alert").filter({ hasText: "Give a lower" }).waitFor();
    await from().fill("15");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("emd=15-"));
    expect(await from().inputValue()).toBe("15");
    await from().fill("");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo(""));
  });

  test("axe finds nothing with everything open", async ({ openWidget }) => {
    const { page } = await openWidget(`/embed?exclude=${anyCohort.id}&theme=system`, {
      reducedMotion: "reduce",
    });
    const sheet = await openSheet(page, "More");
    await sheet.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await expectNoAxeViolationsInAnyColours(page);
  });
});

describe("Reset", () => {
  test("is in sight however long the sheet is and wherever it was scrolled to", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?age=60-65", { width: 320 });
    const sheet = await openSheet(page, "More");
    const reset = sheet.getByRole("button", { name: "Reset all filters" });
    const inSight = async () => {
      const box = await reset.boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      return box !== null && box.y > 0 && box.y + box.height <= height;
    };
    expect(await inSight()).toBe(true);
    await sheet.locator("summary").last().scrollIntoViewIfNeeded();
    expect(await inSight()).toBe(true);
    await reset.click();
    await expectToShow(page, await answerTo(""));
  });
});

describe("A sheet", () => {
  test("asks for its choices when it is opened, and not twice", async ({ openWidget }) => {
    const { page, misconduct } = await openWidget("/embed");
    const [answers, counts] = [questions(page), questions(page, "choices")];
    for (let times = 0; times < 2; times += 1) {
      const sheet = await openSheet(page, "Product");
      await sheet.getByRole("button", { name: "Close" }).click();
    }
    expect([answers, counts]).toEqual([[], [""]]);
    expect(misconduct).toEqual(goodConduct);
  });

  test("of products ticks and unticks them one by one and says how many are chosen", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Product");
    for (const [name, query, value] of [
      [/[Cc]ilta/, "product=cilta-cel", "cilta-cel"],
      [/[Tt]eclistamab/, "product=cilta-cel,teclistamab", "cilta-cel or teclistamab"],
      [/[Cc]ilta/, "product=teclistamab", "teclistamab"],
      ["All products", "", "BCMA · 9"],
    ] as const) {
      await choice(sheet, name, "Product").click();
      await expectToShow(page, await answerTo(query));
      await expect.poll(() => question(page).innerText()).toContain(value);
    }
  });
});
