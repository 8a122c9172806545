/** The region of the first screen: chosen at a tap, in the address and in every snippet. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { choose, region } from "./support/region.ts";
import { choice, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The region", () => {
  test("is chosen in a sheet of its own, and lifted there", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { reducedMotion: "reduce" });
    expect(await region(page).innerText()).toContain("US or EU");
    await openSheet(page, "Approved");
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await choose(page, "United States");
    await expectToShow(page, await answerTo("availability=us"));
    await expect.poll(() => region(page).innerText()).toMatch(/^Approved: US\b/);
    expect(new URL(page.url()).search).toBe("?availability=us");
    await choose(page, "US or EU");
    await expectToShow(page, await answerTo(""));
  });

  test("is chosen with the keyboard alone, and the focus returns to it", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await region(page).focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    await choice(sheet, "European Union").focus();
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("availability=eu"));
    expect(await focused(page)).toMatch(/^Approved: EU/);
  });

  test("is asked for after one or two lines, and where labels differ that is said", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { reducedMotion: "reduce" });
    await choice(await openSheet(page, "Prior lines"), "1 line").click();
    const sheet = page.getByRole("dialog");
    await choice(sheet, "European Union").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Bispecific: US label only; EU pending.").waitFor();
    await choose(page, "European Union");
    await expectToShow(page, await answerTo("lines=1&availability=eu"));
  });

  test("stays when a ready-made question is chosen that names none", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?availability=us");
    await choice(await openSheet(page, "More"), "With real-world cohorts").click();
    await expectToShow(page, await answerTo("availability=us&evidence=all"));
    expect(await region(page).innerText()).toMatch(/^Approved: US\b/);
  });
});
