/** Whether every check keeps a difference. */
import { describe, expect } from "vitest";
import { ask } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { openRow, rowNamed } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("An opened row", () => {
  test("says so without a connection, and loads it by itself when there is one", async ({
    openWithEngine,
  }) => {
    const { page } = await openWithEngine("/embed");
    await page.context().setOffline(true);
    await ask(page, { setting: "any" });
    const row = rowNamed(page, "Response");
    await expectToShow(page, await answerTo("setting=any"));
    await openRow(row, "How sure");
    await row.getByRole("alert").getByText("No connection").waitFor();
    expect(await row.getByText("Does it hold?").count()).toBe(0);
    await page.context().setOffline(false);
    // It tries again by itself.
    await row.getByText("Does it hold?").waitFor();
  });
});
