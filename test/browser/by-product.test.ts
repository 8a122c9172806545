/** Products side by side: the ways there and back, by keyboard, on a phone, and without a connection. */
import { describe, expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { classes, compareProducts, heading, questionOf } from "./support/by-product.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("Products side by side", () => {
  test("are one tap from the sheet, whose columns the keyboard follows, and one tap from the classes", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed?theme=system", {
      width: 320,
      reducedMotion: "reduce",
    });
    const sheet = await openSheet(page, "Product");
    await expectNothingCutOff(page);
    const passed: string[] = [];
    for (let at = ""; !at.startsWith("Reset"); at = await focused(page)) {
      if (/-cel|mab/.test(at)) passed.push(at.includes("-cel") ? "car-t" : "bsab");
      await page.keyboard.press("Tab");
    }
    expect(new Set(passed).size).toBe(2);
    expect(passed).toEqual([...passed].sort().reverse());
    await sheet.getByRole("button", { name: compareProducts }).click();
    await heading(page).waitFor();
    expect(questionOf(page)).toBe("?compare=product&theme=system");
    await expectNothingCutOff(page);
    await expectNoAxeViolationsInAnyColours(page);
    await page.reload();
    await page.getByRole("button", { name: "Copy link" }).waitFor();
    await page.getByRole("link", { name: classes }).click();
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => focused(page)).toMatch(/^In separate trials/);
    expect(questionOf(page)).toBe("?theme=system");
    await page.goBack();
    await heading(page).waitFor();
  });
});
