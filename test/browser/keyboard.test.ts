import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { focused, hasFocus, tabTo } from "./support/keyboard.ts";
import { chip, chipTexts, oneLine, partOf, rows, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

describe("With the keyboard only", () => {
  test("the chips come in their order, each with a visible focus", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    for (const name of Object.values(chipTexts)) {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toMatch(name);
      const outline = await chipOutline();
      expect(outline.style).not.toBe("none");
      expect(outline.width).toBeGreaterThanOrEqual(2);
    }

    function chipOutline() {
      return page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        if (!active) throw new Error("nothing has the focus");
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        return { style: outlineStyle, width: Number.parseFloat(outlineWidth) };
      });
    }
  });

  test("a choice in the sheet Prior lines changes the answer, and the focus returns to its chip", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await expectToShow(page, await answerTo(""));
    await tabTo(page, chipTexts["Prior lines"]);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Prior lines" }).waitFor();
    await tabTo(page, /^Any number/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await expectToShow(page, await answerTo("lines=any"));
    await expect.poll(() => chip(page, "Prior lines").innerText()).toContain("Any prior lines");
    expect(await focused(page)).toMatch(chipTexts["Prior lines"]);
  });

  test("Escape and Close leave a sheet without a change, and the focus returns to the chip", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const asked = questions(page);
    await tabTo(page, chipTexts.Age);
    for (const leave of ["Escape", "Close"]) {
      await page.keyboard.press("Space");
      await page.getByRole("dialog", { name: "Age" }).getByRole("group").first().waitFor();
      if (leave === "Escape") await page.keyboard.press("Escape");
      else {
        if (!/^Close/.test(await focused(page))) await tabTo(page, /^Close/);
        await page.keyboard.press("Enter");
      }
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      expect(await focused(page), leave).toMatch(chipTexts.Age);
    }
    expect(asked).toEqual([]);
    await expectToShow(page, await answerTo(""));
  });

  test("a changed answer is announced to a screen reader, once", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await tabTo(page, chipTexts.Age);
    await page.keyboard.press("Enter");
    await tabTo(page, /^60 to 65/);
    await page.keyboard.press("Enter");
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
    await tabTo(page, chipTexts.Product);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("group").first().waitFor();
    const visited = new Set<string>();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press("Tab");
      visited.add(await focused(page));
    }
    expect([...visited].filter((name) => /prior lines|trials?\b/.test(name))).toEqual([]);
  });

  test("a row opens and closes and keeps the focus", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await tabTo(page, /: Why$/);
    const button = toggle(rows(page).first());
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await partOf(rows(page).first()).waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    expect(await hasFocus(button)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await focused(page), "the next stop is in the opened trials").toMatch(/\w/);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await partOf(rows(page).first()).waitFor({ state: "hidden" });
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
    await tabTo(page, chipTexts["Prior lines"]);
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    const [from, to] = [sheet.getByLabel("from"), sheet.getByLabel("to", { exact: true })];
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
      ["6", "4"],
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

    await type("4", "6");
    await expectToShow(page, await answerTo("prior-lines=4-6"));
    expect(asked).toEqual(["prior-lines=4-6"]);
    await expect.poll(() => chip(page, "Prior lines").innerText()).toContain("4–6");
  });

  test("takes an open end, and nothing at all means any", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?age=60-65");
    await chip(page, "Age").press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    expect(await sheet.getByLabel("from").inputValue()).toBe("60");
    await sheet.getByLabel("to", { exact: true }).fill("");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("age=60-"));
    await chip(page, "Age").press("Enter");
    await sheet.getByLabel("from").fill("");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo(""));
  });
});
