/** Everything by the keyboard alone, with a visible focus that returns to where it was. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { focused, hasFocus, tabTo } from "./support/keyboard.ts";
import {
  backToAnswer,
  oneLine,
  openers,
  partOf,
  question,
  rows,
  toggle,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

describe("With the keyboard only", () => {
  test("the buttons of the question come first, each with a visible focus", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    for (const name of openers) {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe(name);
      const outline = await outlineOfFocus();
      expect(outline.style).not.toBe("none");
      expect(outline.width).toBeGreaterThanOrEqual(2);
    }

    function outlineOfFocus() {
      return page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        if (!active) throw new Error("nothing has the focus");
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        return { style: outlineStyle, width: Number.parseFloat(outlineWidth) };
      });
    }
  });

  test("a choice in the sheet changes the answer, and the focus returns to what opened it", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await expectToShow(page, await answerTo(""));
    await tabTo(page, /^Change$/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Change the question" }).waitFor();
    await tabTo(page, /^Any number/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^Show \(\d/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await expectToShow(page, await answerTo("lines=any"));
    expect(await question(page).innerText()).toContain("any prior lines");
    expect(await focused(page)).toMatch(/^Change$/);
  });

  test("Escape and Close leave a sheet without a change, and the focus returns", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const asked = questions(page);
    await tabTo(page, /^Change$/);
    for (const leave of ["Escape", "Close"]) {
      await page.keyboard.press("Space");
      await page.getByRole("dialog").getByRole("group").first().waitFor();
      if (leave === "Escape") await page.keyboard.press("Escape");
      else {
        if (!/^Close/.test(await focused(page))) await tabTo(page, /^Close/);
        await page.keyboard.press("Enter");
      }
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      expect(await focused(page), leave).toMatch(/^Change$/);
    }
    expect(asked).toEqual([]);
    await expectToShow(page, await answerTo(""));
  });

  test("a changed answer is announced to a screen reader, once", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await tabTo(page, /^Change$/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^60 to 65/);
    await page.keyboard.press("Enter");
    await backToAnswer(page.getByRole("dialog"));
    const said = page.getByRole("status").filter({ hasText: /Updated/ });
    await said.waitFor();
    await expectToShow(page, await answerTo("age=60-65"));
    // What is read is the new answer, not how it was found.
    const headline = oneLine(await page.getByRole("heading", { level: 2 }).innerText());
    expect(headline).toMatch(/after CAR/);
    const begins = `Updated: ${headline} Changed: `;
    await expect.poll(async () => oneLine(await said.innerText()).startsWith(begins)).toBe(true);
    expect(await said.count()).toBe(1);
  });

  test("Tab stays inside an open sheet", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await tabTo(page, /^Change$/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("group").first().waitFor();
    const visited = new Set<string>();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      visited.add(await focused(page));
    }
    expect([...visited].filter((name) => /^(Change|Patient|Response)/.test(name))).toEqual([]);
  });

  test("a row opens over the answer with the focus, and gives it back when it is closed", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await tabTo(page, /^Response/);
    const button = toggle(rows(page).first());
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await partOf(page).waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    expect(await focused(page)).toBe("Close");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Products");
    await page.keyboard.press("Escape");
    await partOf(page).waitFor({ state: "hidden" });
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    expect(await hasFocus(button)).toBe(true);
  });
});

describe("The range form, with the keyboard only", () => {
  test("refuses what is not a range, says why at the field, asks nobody, and takes a correction", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const asked = questions(page);
    await tabTo(page, /^Change$/);
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    const form = sheet.getByRole("form", { name: /^Median age/ });
    const [from, to] = [form.getByLabel("from"), form.getByLabel("to", { exact: true })];
    const alert = sheet.getByRole("alert").filter({ hasText: /number/ });
    const type = async (low: string, high: string) => {
      await tabTo(page, /^from/);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(low || "0");
      if (low === "") await page.keyboard.press("Backspace");
      await tabTo(page, /^to/);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(high || "0");
      if (high === "") await page.keyboard.press("Backspace");
      expect([await from.inputValue(), await to.inputValue()]).toEqual([low, high]);
      await page.keyboard.press("Enter");
    };
    for (const [low, high] of [
      ["66", "64"],
      ["many", ""],
    ] as const) {
      await type(low, high);
      await alert.waitFor();
      expect(await from.getAttribute("aria-invalid"), low).toBe("true");
      const description = await from.evaluate((input) => {
        const root = input.getRootNode() as ShadowRoot;
        return root.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent;
      });
      expect(description).toBe(await alert.innerText());
    }
    expect(asked).toEqual([]);
    await expectToShow(page, await answerTo(""));

    await type("60", "65");
    await expectToShow(page, await answerTo("age=60-65"));
    expect(asked).toEqual(["age=60-65"]);
    await expect.poll(() => question(page).innerText()).toContain("60–65");
  });
});
