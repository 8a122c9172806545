/** Every part of every row on a phone. */
import { expect } from "vitest";
import { test } from "./support/fixture.ts";
import { parts, rowOf } from "./support/left-out.ts";
import { choosePart, openRow, panel } from "./support/screen.ts";
import { answerTo } from "./support/shown-answer.ts";

test("An opened row shows each part within a little more than one screen of a phone, the sources within two", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed", { width: 390, reducedMotion: "reduce" });
  const { outcomes } = await answerTo("");
  for (const { outcome } of outcomes) {
    const row = rowOf(page, outcome);
    if ((await row.count()) === 0) continue;
    await openRow(row, "Products");
    for (const name of parts) {
      await choosePart(page, name);
      const height = await panel(page)
        .getByRole("tablist")
        .evaluate((list) => list.parentElement?.scrollHeight);
      // Sources are followed by what others found.
      expect(height, `${outcome}: ${name}`).toBeLessThan(name === "Sources" ? 1800 : 1100);
    }
  }
});
