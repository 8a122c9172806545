import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { chipNames, chips, choice, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The element", () => {
  test("removed, put back and moved, it shows one answer and still works", async ({
    openHostPage,
  }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare id="a"></myeloma-compare><div id="elsewhere"></div>',
    });
    await expectToShow(page, await answerTo(""));
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    await page.locator("#a").evaluate((element) => {
      const { parentElement } = element;
      element.remove();
      setTimeout(() => parentElement?.appendChild(element), 50);
    });
    await page.locator("#a").waitFor();
    await expectToShow(page, await answerTo("setting=early"));
    await page.locator("#a").evaluate((element) => {
      document.getElementById("elsewhere")?.appendChild(element);
    });
    await expectToShow(page, await answerTo("setting=early"));
    expect(await page.getByRole("heading", { level: 2 }).count()).toBe(1);
    expect(await chips(page).count()).toBe(chipNames.length);
    expect(await page.getByText("For health-care professionals").count()).toBe(1);
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("setting=early&age=60-65"));
    expectGoodConduct(misconduct);
  });
});
