/** What is typed about a patient on a page of another site, heard by everything that listens there. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { chip, framedField, live } from "./support/screen.ts";

describe("What is typed about a patient on a page of another site", () => {
  test("is corrected, closed and reached by the keyboard as anywhere else", async ({
    openHostPage,
  }) => {
    const { page } = await openHostPage({
      colorScheme: "dark",
      body: '<myeloma-compare theme="system"></myeloma-compare>',
    });
    await live(page);
    await chip(page, "Patient").focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: "My patient" });
    await sheet.locator('[aria-busy="false"]').waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("4");
    await page.keyboard.press("Tab");
    await page.keyboard.type("71");
    await page.keyboard.press("Enter");
    const age = framedField(sheet, "Age in years");
    await sheet.getByRole("alert").filter({ hasText: "whole number from 18" }).waitFor();
    expect(await age.getAttribute("aria-invalid")).toBe("true");
    expect(await age.getAttribute("aria-description")).toContain("whole number from 18");
    expect(await age.evaluate((field) => field.matches(":focus"))).toBe(true);
    expect(await age.evaluate((field) => getComputedStyle(field).color)).toBe("rgb(236, 239, 244)");
    expect(await age.evaluate((field) => getComputedStyle(field).outlineStyle)).not.toBe("none");
    await expectNoAxeViolations(page);
    await sheet.getByRole("button", { name: "71 years, 4 prior lines" }).click();
    expect(await age.inputValue()).toBe("71");
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    expect(await chip(page, "Patient").evaluate((button) => button.matches(":focus"))).toBe(true);
  });
});
