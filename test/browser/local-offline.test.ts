/** What the engine answers without the edge, and what needs the edge. */
import { describe, expect } from "vitest";
import { ask, notice } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { choosePart, openRow, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("Without a connection", () => {
  test("a filter change is answered all the same, and the screen says by whom", async ({
    openWithEngine,
  }) => {
    const { page, misconduct } = await openWithEngine("/embed");
    const early = await answerTo("setting=early");
    await page.context().setOffline(true);
    await ask(page, { setting: "early" });
    await expectToShow(page, early);
    expect(await notice(page).isVisible()).toBe(true);
    expect(await page.getByRole("status").innerText()).toContain("computed on this device");
    expect(await page.getByRole("alert").count()).toBe(0);
    const row = rows(page).first();
    await openRow(row);
    expect(await row.getByRole("table").count()).toBeGreaterThan(1);
    await choosePart(row, "Sources");
    await row.getByText("sources are not here").waitFor();
    expect(await row.getByRole("alert").innerText()).toContain("No connection");

    await page.context().setOffline(false);
    await row.getByRole("listitem").first().click();
    await row
      .getByText(/months\)/)
      .first()
      .waitFor();
    // The first attempt may be too early; there is a second one.
    await expect.poll(() => row.getByRole("alert").count()).toBe(0);
    await expect.poll(() => notice(page).count()).toBe(0);
    await expectToShow(page, early);
    expect(misconduct.pageErrors).toEqual([]);
  });
});
