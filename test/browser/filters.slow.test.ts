/** Filters: every form of value, the whole sheet, and counts that are slow or fail. */
import { describe, expect } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { chip, choice, openFilter, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { gate, questions } from "./support/traffic.ts";

describe("Under More", () => {
  test("a value of an opened filter is asked", async ({ openSparing }) => {
    const { page } = await openSparing("/embed");
    const sheet = await openSheet(page, "More");
    await openFilter(sheet, "Counted over");
    await choice(sheet, "All with cells", "Counted over").click();
    await expectToShow(page, await answerTo("denominator=collected"));
  });

  test("a range can be typed, and nothing at all lifts it", async ({ openSparing }) => {
    const { page } = await openSparing("/embed");
    const title = "Extramedullary disease";
    let sheet = await openSheet(page, "More");
    await openFilter(sheet, title);
    const from = () => sheet.getByRole("form", { name: title }).getByLabel("from");
    await from().fill("half");
    await page.keyboard.press("Enter");
    await sheet.getByRole("alert").filter({ hasText: "Give a lower" }).waitFor();
    await from().fill("15");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("emd=15-"));
    sheet = await openSheet(page, "More");
    expect(await from().inputValue()).toBe("15");
    await from().fill("");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo(""));
  });

  test("axe finds nothing with everything open", async ({ openSparing }) => {
    const { page } = await openSparing(`/embed?exclude=${anyCohort.id}&theme=system`, {
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
    openSparing,
  }) => {
    const { page } = await openSparing("/embed?age=60-65", { width: 320 });
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

describe("While the cohorts are counted", () => {
  test("the choices are there and nothing moves when the counts come", async ({ openPage }) => {
    const { page } = await openPage();
    const counted = gate();
    await page.route("**/v1/choices**", async (route) => {
      await counted.opened;
      await route.continue();
    });
    await page.goto("/embed");
    await chip(page, "More").click();
    const sheet = page.getByRole("dialog");
    const early = choice(sheet, "Earlier setting");
    await early.waitFor();
    await sheet.getByRole("status").filter({ hasText: "Counting" }).waitFor();
    expect(await early.isDisabled()).toBe(true);
    expect(await early.innerText()).not.toMatch(/\d CAR-T/);
    const places = () =>
      sheet.locator("button, summary").evaluateAll((all) =>
        all.map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return [one.firstChild?.textContent, x, y, width, height];
        }),
      );
    const before = await places();
    counted.open();
    await sheet.locator('[aria-busy="false"]').waitFor();
    expect(await early.innerText()).toMatch(/\d CAR-T/);
    expect(await places()).toEqual(before);
  });

  test("a failure says so, the choices stay, and the retry works", async ({ openEdgeWidget }) => {
    // Without the engine, which would count on the device.
    const { page, misconduct } = await openEdgeWidget("/embed");
    await page.route("**/v1/choices**", (route) => route.fulfill({ status: 503, body: "no" }));
    await chip(page, "Product").click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
    await page.unroute("**/v1/choices**");
    await sheet.getByRole("button", { name: "Try again" }).click();
    await choice(sheet, "ide-cel")
      .and(sheet.getByRole("button", { disabled: false }))
      .click();
    await expectToShow(page, await answerTo("product=ide-cel"));
    expect(misconduct.pageErrors).toEqual([]);
  });

  test("opening a sheet asks for its choices only, and not twice", async ({ openSparing }) => {
    const { page, misconduct } = await openSparing("/embed");
    const [answers, counts] = [questions(page), questions(page, "choices")];
    for (let times = 0; times < 2; times += 1) {
      const sheet = await openSheet(page, "Product");
      await sheet.getByRole("button", { name: "Close" }).click();
    }
    expect([answers, counts]).toEqual([[], [""]]);
    expect(misconduct).toEqual(goodConduct);
  });
});
