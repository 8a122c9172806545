/** What is asked tells of a patient no more than the row of the closed table. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { type Said, say, told } from "./support/own-patient.ts";
import { openRow, openSheet, rows } from "./support/screen.ts";

/** A row of the table, and two patients of it. */
const table: readonly (readonly [string, Said, Said])[] = [
  ["lines=2", { age: "72", lines: "2", also: ["Frail"] }, { age: "41", lines: "2" }],
  [
    "prior-bcma=car-t",
    { lines: "5+", kinds: ["CAR-T"] },
    { age: "66", lines: "3", kinds: ["CAR-T"], also: ["High-risk cytogenetics"] },
  ],
  ["", { age: "72" }, { age: "55", also: ["Extramedullary disease"] }],
];

describe("My patient", () => {
  test("two patients of one row of the table ask for the same, in the same order, whatever is opened", async ({
    openWidget,
  }) => {
    const asked = async (said: Said) => {
      const { page } = await openWidget("/embed");
      await page.waitForLoadState("networkidle");
      const sent: string[] = [];
      page.on("request", (request) => sent.push(request.url()));
      await say(page, said);
      await told(page);
      // Everything that asks for more: a row, the choices of a sheet, another tab.
      await openRow(rows(page).first());
      await openSheet(page, "More");
      await page.keyboard.press("Escape");
      const survival = page.getByRole("link", { name: "Survival" });
      await survival.click();
      await survival.and(page.locator("[aria-current]")).waitFor();
      await page.waitForLoadState("networkidle");
      return sent.filter((url) => url.includes("/v1/"));
    };
    for (const [row, one, other] of table) {
      const first = await asked(one);
      expect(await asked(other)).toEqual(first);
      expect(first.length).toBeGreaterThanOrEqual(6);
      const questions = first.map((url) =>
        new URL(url).search.replace(/^\?|outcome=survival&?/g, ""),
      );
      expect(new Set(questions)).toEqual(new Set([row]));
    }
  });
});
