import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { choice, choose, oneLine, opener, openFilter, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

describe("Filters that are not always in sight", () => {
  test("stand in groups, closed, each saying what it is set to; what was changed is open", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?emd=20-40&high-risk=20-40");
    const sheet = await openSheet(page, "More");
    const headings = (await sheet.getByRole("heading", { level: 4 }).allInnerTexts()).map(oneLine);
    expect(headings).toEqual([
      "Ready-made questions",
      "Which studies",
      "Which patients",
      "Which treatment",
      "How it is counted",
    ]);
    const summaries = (await sheet.locator("summary").allInnerTexts()).map(oneLine);
    expect(summaries).toContain("Extramedullary disease 20 to 40 %");
    expect(summaries).toContain("High-risk cytogenetics 20 to 40 %");
    expect(summaries).toContain("Model Bayesian, binomial counts");
    const open = await sheet.locator("details[open] > summary").allInnerTexts();
    expect(open.map(oneLine)).toEqual([
      "High-risk cytogenetics 20 to 40 %",
      "Extramedullary disease 20 to 40 %",
    ]);
  });

  test("one tap asks a ready-made question", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const asked = questions(page);
    await choose(page, "More", "After BCMA therapy");
    const query = "target=any&prior-bcma=selected";
    await expectToShow(page, await answerTo(query));
    expect(asked).toEqual([query]);
  });

  test("dead ends are said before they are chosen", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?prior-lines=-4");
    const sheet = await openSheet(page, "More");
    // Also where choices stand side by side.
    expect(await choice(sheet, "Up to 60").innerText()).toMatch(/no bispecific trial|nothing left/);
    await openFilter(sheet, "Class");
    expect(await choice(sheet, "Bispecifics only", "Class").innerText()).toContain("nothing left");
    expect(await choice(sheet, "CAR-T only", "Class").innerText()).toContain("no bispecific trial");
  });

  test("with the keyboard alone a filter is opened and chosen, and the focus returns", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await opener(page, "Change").focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    await sheet.locator("summary").filter({ hasText: "Class" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/^CAR-T only/);
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("therapy-class=car-t"));
    expect(await focused(page)).toMatch(/^CAR-T only/);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Change");
  });
});
