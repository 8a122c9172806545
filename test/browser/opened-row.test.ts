/** The parts of an opened row: by keyboard, on a phone, and with a trial left out. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { leaveOut, parts, rowOf } from "./support/left-out.ts";
import { openRow, partOf } from "./support/screen.ts";

describe("An opened row", () => {
  test("goes from part to part by arrow keys, with one tab stop; axe finds nothing at 320 pixels", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed", { width: 320, reducedMotion: "reduce" });
    const row = rowOf(page);
    await openRow(row, "By product");
    for (const name of [...parts.slice(1), ...parts.slice(0, 1)]) {
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).toBe(name);
      expect(await row.getByRole("tab", { selected: true }).innerText()).toBe(name);
      await partOf(row).and(page.getByRole("tabpanel", { name })).waitFor();
      await expectNothingCutOff(page);
      await expectNoAxeViolations(page);
    }
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("Sources");
    await page.keyboard.press("Home");
    expect(await focused(page)).toBe("By product");
    await page.keyboard.press("Tab");
    expect(parts).not.toContain(await focused(page));
  });
});

describe("A trial that is unticked", () => {
  test("leaves the answer, by the engine; row, part, focus and link stay, and it comes back", async ({
    openWithEngine,
  }) => {
    const { page } = await openWithEngine("/embed");
    await leaveOut(page);
  });
});
