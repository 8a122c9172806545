/** The report as readers see it: on phones and desktops, on paper, without a script. */
import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

describe("axe finds nothing", () => {
  test.for(["/report", "/report?outcome=orr&part=whole", "/report?part=short"])(
    "in %s, folded and unfolded",
    async (path, { openAt }) => {
      const { page } = await openAt(path, { width: 390 });
      await page.locator("details").evaluateAll((all) => {
        for (const one of all) one.setAttribute("open", "");
      });
      await expectNoAxeViolationsInAnyColours(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    },
  );
});

test("a script saves a picture, and keeps what was unfolded", async ({ openAt }) => {
  const { page, misconduct } = await openAt("/report?outcome=orr", { width: 1280 });
  const part = page.locator("#orr-cohorts");
  await part.locator("> summary").click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as PNG" }).first().click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("orr.png");
  expect((await readFile(await saved.path())).subarray(1, 4).toString()).toBe("PNG");
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  await page.reload();
  await expect.poll(() => part.evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});
