/** What is asked does not tell what was said of a patient. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { type Said, say, told } from "./support/own-patient.ts";
import { openRow, openSheet, rows } from "./support/screen.ts";

describe("My patient", () => {
  test("asks for the same, whatever is said and whichever question it leads to", async ({
    openWidget,
  }) => {
    const asked = async (said: Said, then: (page: Page) => Promise<unknown>) => {
      const { page } = await openWidget("/embed");
      const sent: string[] = [];
      page.on("request", (request) => sent.push(request.url()));
      await say(page, said);
      await told(page);
      await page.waitForLoadState("networkidle");
      // Everything that asks for more: sources of a row, choices of a sheet, another tab.
      await openRow(rows(page).first());
      await openSheet(page, "More");
      await page.keyboard.press("Escape");
      await then(page);
      await page.waitForLoadState("networkidle");
      return [...new Set(sent.filter((url) => url.includes("/v1/")))].sort();
    };
    const tab = (page: Page) => page.getByRole("link", { name: "Survival" }).click();
    const [first, ...others] = await Promise.all([
      asked({ age: "72", no: "Extramedullary" }, tab),
      asked({ lines: "2" }, tab),
      asked({ lines: "5", kinds: ["CAR-T"] }, tab),
    ]);
    for (const other of others) expect(other).toEqual(first);
    expect(first?.filter((url) => url.endsWith("/v1/subgroups")).length).toBe(1);
    expect(first?.filter((url) => /setting|bcma|target|availability/.test(url))).toEqual([]);
  });
});
