/** The parts of an opened row: by keyboard, on a phone, with a trial left out, and on to the report. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { leaveOut, parts, question, rowOf } from "./support/left-out.ts";
import { openRow, panel, partOf } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("An opened row", () => {
  test("goes from part to part by arrow keys, with one tab stop; unfolded, each fits 320 pixels and axe finds nothing", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 320, reducedMotion: "reduce" });
    const row = rowOf(page);
    await openRow(row, "Products");
    for (const name of [...parts.slice(1), ...parts.slice(0, 1)]) {
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).toBe(name);
      expect(await panel(page).getByRole("tab", { selected: true }).innerText()).toBe(name);
      await partOf(page).and(panel(page).getByRole("tabpanel", { name })).waitFor();
      await partOf(page)
        .locator("details")
        .evaluateAll((all) => {
          for (const one of all) one.setAttribute("open", "");
        });
      await expectNothingCutOff(page);
      await expectNoAxeViolations(page);
    }
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("Sources");
    await page.keyboard.press("Home");
    expect(await focused(page)).toBe("Products");
    await page.keyboard.press("Tab");
    expect(parts).not.toContain(await focused(page));
  });

  test("leads to all studies that compared, in the report", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const row = rowOf(page);
    await openRow(row, "Sources");
    const href = await panel(page)
      .getByRole("link", { name: /^\d+ more stud/ })
      .getAttribute("href");
    const { hash } = new URL(href ?? "", page.url());
    await page.goto(href ?? "");
    expect(await page.locator(hash).count()).toBe(1);
  });
});

describe("A trial that is unticked", () => {
  test("leaves the answer; row, part, place, focus and link stay, and it comes back", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await leaveOut(page);
  });

  test("stays out in the question that a link opens, and can be ticked there", async ({
    openWidget,
  }) => {
    const { page } = await openWidget(`/embed?${question}`);
    await openRow(rowOf(page));
    await tabTo(page, /^Count CARTITUDE-1$/);
    await page.keyboard.press("Space");
    await expectToShow(page, await answerTo(""));
  });
});
