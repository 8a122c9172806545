/** Every part of every row on a phone, and a trial that is left out by the edge or by a link. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { tabTo } from "./support/keyboard.ts";
import { leaveOut, parts, question, rowOf } from "./support/left-out.ts";
import { openRow, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("An opened row", () => {
  test("shows each part of each row within 900 pixels of a phone", async ({ openSparing }) => {
    const { page } = await openSparing("/embed", { width: 390, reducedMotion: "reduce" });
    const { outcomes } = await answerTo("");
    for (const { outcome } of outcomes) {
      const row = rowOf(page, outcome);
      if ((await row.count()) === 0) continue;
      await openRow(row, "By product");
      for (const name of parts) {
        await row.getByRole("tab", { name }).click();
        await expect.poll(() => row.getByText(/^(Loading|Checking)/).count()).toBe(0);
        const height = await row
          .getByRole("tablist")
          .evaluate((list) => list.parentElement?.getBoundingClientRect().height);
        expect(height, `${outcome}: ${name}`).toBeLessThan(900);
      }
      await toggle(row).click();
    }
  });
});

describe("A trial that is unticked", () => {
  test("leaves it, by the edge, too", async ({ openEdgeWidget }) => {
    const { page } = await openEdgeWidget("/embed");
    await leaveOut(page);
  });

  test("stays out in the question that a link opens, and can be ticked there", async ({
    openSparing,
  }) => {
    const { page } = await openSparing(`/embed?${question}`);
    const row = rowOf(page);
    await openRow(row);
    await tabTo(page, /^Count KarMMa$/);
    await page.keyboard.press("Space");
    await expectToShow(page, await answerTo(""));
  });
});
