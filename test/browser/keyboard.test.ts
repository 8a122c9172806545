/** Tests the element by keyboard; `opened-row.slow.test.ts` tests an opened row. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { isWhole } from "../support/sample.ts";
import { test } from "./support/fixture.ts";
import { focused, hasFocus, namesOfTabStops, tabTo } from "./support/keyboard.ts";
import { opener, openers, question } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { recordedQueries } from "./support/traffic.ts";

test("With the keyboard only the buttons of the question come first, each with a visible focus; Tab stays in the sheet, and Escape, Close and a choice give the focus back", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const queries = recordedQueries(page);
  for (const name of openers) {
    await page.keyboard.press("Tab");
    expect(await hasFocus(opener(page, name)), name).toBe(true);
    const outline = await outlineOfFocus(page);
    expect(outline.style).not.toBe("none");
    expect(outline.width).toBeGreaterThanOrEqual(2);
  }
  await page.keyboard.press("Shift+Tab");
  const sheet = page.getByRole("dialog", { name: "Change the question" });
  const open = async () => {
    expect(await hasFocus(opener(page, "Question"))).toBe(true);
    await page.keyboard.press("Enter");
    await sheet.getByRole("group").first().waitFor();
  };
  await open();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await open();
  if (!/^Close/.test(await focused(page))) await tabTo(page, /^Close/);
  await page.keyboard.press("Space");
  await sheet.waitFor({ state: "hidden" });
  await open();
  const visited = await namesOfTabStops(page, 60);
  expect(visited.length).toBeGreaterThan(20);
  expect(visited.filter((name) => /^(3\+ prior lines|Patient|Response)/.test(name))).toEqual([]);
  expect(queries).toEqual([]);
  await tabTo(page, /^Any\s*\d+ trials/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Show \(\d/);
  await page.keyboard.press("Enter");
  await sheet.waitFor({ state: "hidden" });
  await expectToShow(page, await answerTo("lines=any"));
  expect(await question(page).innerText()).toContain("Any prior lines");
  expect(await hasFocus(opener(page, "Question"))).toBe(true);
});

function outlineOfFocus(page: Page) {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active) throw new Error("nothing has the focus");
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    return { style: outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
}

test.runIf(isWhole)(
  "The range form, with the keyboard only, refuses what is not a range, says why at the field, asks nobody, and takes a correction",
  async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const queries = recordedQueries(page);
    await tabTo(page, /prior lines/);
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    const form = sheet.getByRole("form", { name: /^Median age/ });
    const [from, to] = [form.getByLabel("from"), form.getByLabel("to", { exact: true })];
    const alert = sheet.getByRole("alert").filter({ hasText: /number/ });
    const type = async (low: string, high: string) => {
      for (const [field, text] of [
        [/^from/, low],
        [/^to/, high],
      ] as const) {
        await tabTo(page, field);
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.type(text);
      }
      expect([await from.inputValue(), await to.inputValue()]).toEqual([low, high]);
      await page.keyboard.press("Enter");
    };
    await type("66", "64");
    await alert.waitFor();
    expect(await from.getAttribute("aria-invalid")).toBe("true");
    const description = await from.evaluate((input) => {
      const root = input.getRootNode() as ShadowRoot;
      return root.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent;
    });
    expect(description).toBe(await alert.innerText());
    expect(queries).toEqual([]);
    await expectToShow(page, await answerTo(""));

    await type("60", "65");
    await expectToShow(page, await answerTo("age=60-65"));
    expect(queries).toEqual(["age=60-65"]);
    await expect.poll(() => question(page).innerText()).toContain("60–65");
  },
);
