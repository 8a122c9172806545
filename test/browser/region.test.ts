/** The region of the first screen: chosen at a tap, in the address and in every snippet. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { backToAnswer, choice, choose, opener, openSheet, question } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The region", () => {
  test("is chosen in the sheet, and lifted there", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { reducedMotion: "reduce" });
    expect(await question(page).innerText()).toContain("US or EU");
    await openSheet(page, "Approved");
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await choose(page, "Approved", "United States");
    await expectToShow(page, await answerTo("availability=us"));
    await expect.poll(() => question(page).innerText()).toMatch(/^US · /);
    expect(new URL(page.url()).search).toBe("?availability=us");
    await choose(page, "Approved", "US or EU");
    await expectToShow(page, await answerTo(""));
  });

  test("is chosen with the keyboard alone, and the focus returns to it", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await opener(page, "Change").focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    await choice(sheet, "European Union").focus();
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("availability=eu"));
    await backToAnswer(sheet);
    expect(await question(page).innerText()).toMatch(/^EU · /);
    expect(await focused(page)).toBe("Change");
  });

  test("is chosen beside the lines, and where labels differ that is said", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { reducedMotion: "reduce" });
    const sheet = await openSheet(page, "Lines");
    await choice(sheet, "1 line").click();
    await expectToShow(page, await answerTo("lines=1"));
    expect(await focused(page)).toMatch(/1 line/);
    await backToAnswer(sheet);
    await page.getByText("Bispecific: US label only; EU pending.").waitFor();
    await choose(page, "Approved", "European Union");
    await expectToShow(page, await answerTo("lines=1&availability=eu"));
  });

  test("stays when a ready-made question is chosen that names none", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?availability=us");
    await choose(page, "More", "With real-world cohorts");
    await expectToShow(page, await answerTo("availability=us&evidence=all"));
    expect(await question(page).innerText()).toMatch(/^US · /);
  });
});
