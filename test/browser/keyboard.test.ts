/** Everything by the keyboard alone, with a visible focus that returns to where it was. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { focused, hasFocus, tabTo } from "./support/keyboard.ts";
import { openers, partOf, question, rows, toggle } from "./support/screen.ts";
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

  test("Tab stays inside an open sheet; Escape and Close leave it without a change, and the focus returns", async ({
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
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("group").first().waitFor();
    const visited = new Set<string>();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      visited.add(await focused(page));
    }
    expect([...visited].filter((name) => /^(Change|Patient|Response)/.test(name))).toEqual([]);
    expect(asked).toEqual([]);
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
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("false");
    await expect.poll(() => hasFocus(button)).toBe(true);
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
    expect(asked).toEqual([]);
    await expectToShow(page, await answerTo(""));

    await type("60", "65");
    await expectToShow(page, await answerTo("age=60-65"));
    expect(asked).toEqual(["age=60-65"]);
    await expect.poll(() => question(page).innerText()).toContain("60–65");
  });
});
