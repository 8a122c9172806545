/** Every part of every row on a phone. */
import { expect } from "vitest";
import { test } from "./support/fixture.ts";
import { parts, rowOf } from "./support/left-out.ts";
import { openRow, toggle } from "./support/screen.ts";
import { answerTo } from "./support/shown-answer.ts";

test("An opened row shows each part within 900 pixels of a phone", async ({ openWidget }) => {
  const { page } = await openWidget("/embed", { width: 390, reducedMotion: "reduce" });
  const { outcomes } = await answerTo("");
  for (const { outcome } of outcomes) {
    const row = rowOf(page, outcome);
    if ((await row.count()) === 0) continue;
    await openRow(row, "Products");
    for (const name of parts) {
      await row.getByRole("tab", { name }).click();
      const height = await row
        .getByRole("tablist")
        .evaluate((list) => list.parentElement?.getBoundingClientRect().height);
      expect(height, `${outcome}: ${name}`).toBeLessThan(900);
    }
    await toggle(row).click();
  }
});
