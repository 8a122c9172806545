import { describe, expect } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { goodConduct } from "./support/page.ts";
import { chip, choice, oneLine, openFilter, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { gate, questions } from "./support/traffic.ts";

describe("Under More", () => {
  test("filters stand in groups, closed, each saying what it is set to; what was changed is open", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed?evidence=all&emd=20-40&year=2019-2020");
    const sheet = await openSheet(page, "More");
    const headings = (await sheet.getByRole("heading", { level: 4 }).allInnerTexts()).map(oneLine);
    expect(headings).toEqual([
      "Ready-made questions",
      "Which studies",
      "Which patients",
      "Which treatment",
      "CAR-T construct",
      "How it is counted",
    ]);
    const summaries = (await sheet.locator("summary").allInnerTexts()).map(oneLine);
    expect(summaries).toContain("Kind of evidence Both");
    expect(summaries).toContain("Extramedullary disease 20 to 40 %");
    expect(summaries).toContain("Year of publication 2019 to 2020");
    expect(summaries).toContain("Model Bayesian, binomial counts");
    const open = await sheet.locator("details[open] > summary").allInnerTexts();
    expect(open.map(oneLine)).toEqual([
      "Kind of evidence Both",
      "Year of publication 2019 to 2020",
      "Extramedullary disease 20 to 40 %",
    ]);
  });

  test("one tap asks a ready-made question", async ({ openEdgeWidget }) => {
    const { page } = await openEdgeWidget("/embed");
    const asked = questions(page);
    await choice(await openSheet(page, "More"), "After BCMA therapy").click();
    const query = "availability=any&target=any&prior-bcma=selected";
    await expectToShow(page, await answerTo(query));
    expect(asked).toEqual([query]);
  });

  test("a value of an opened filter is asked", async ({ openSparing }) => {
    const { page } = await openSparing("/embed");
    const sheet = await openSheet(page, "More");
    await openFilter(sheet, "Counted over");
    await choice(sheet, "All with cells", "Counted over").click();
    await expectToShow(page, await answerTo("denominator=collected"));
  });

  test("a number of patients can be typed, and nothing at all lifts it", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed");
    let sheet = await openSheet(page, "More");
    await openFilter(sheet, "Patients in the cohort");
    const field = sheet.getByLabel("at least");
    await field.fill("half");
    await page.keyboard.press("Enter");
    await sheet.getByRole("alert").filter({ hasText: "whole number" }).waitFor();
    await field.fill("60");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("min-n=60"));
    sheet = await openSheet(page, "More");
    expect(await sheet.getByLabel("at least").inputValue()).toBe("60");
    await sheet.getByLabel("at least").fill("");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo(""));
  });

  test("dead ends are said before they are chosen", async ({ openSparing }) => {
    const { page } = await openSparing("/embed?prior-lines=-4");
    const sheet = await openSheet(page, "More");
    await openFilter(sheet, "Class");
    expect(await choice(sheet, "Bispecifics only", "Class").innerText()).toContain("nothing left");
    expect(await choice(sheet, "CAR-T only", "Class").innerText()).toContain("only CAR-T");
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

  test("with the keyboard alone a filter is opened and chosen, and the focus returns", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed");
    await chip(page, "More").focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.locator('[aria-busy="false"]').waitFor();
    await sheet.locator("summary").filter({ hasText: "Kind of evidence" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/^Real-world cohorts/);
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("evidence=real-world"));
    expect(await focused(page)).toMatch(/^More/);
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
