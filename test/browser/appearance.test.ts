import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { choose, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The answer is drawn without an error", () => {
  test("in forced colours", async ({ openWidget }) => {
    const { page, misconduct } = await openWidget("/embed?theme=system", {
      forcedColors: "active",
    });
    await openRow(rows(page).first());
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    expect(misconduct).toEqual(goodConduct);
  });

  test("dark and light differ, and both classes keep two colours and two shapes", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?theme=system");
    const papers: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const [carT, bsab] = await page
        .locator("[data-outcome] .rate strong")
        .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).color));
      expect(carT).toBeTruthy();
      expect(carT).not.toBe(bsab);
      papers.push(`${carT} ${bsab}`);
    }
    expect(papers[0]).not.toBe(papers[1]);
    const shapes = await page
      .locator(".heads svg")
      .evaluateAll((marks) => marks.map((mark) => mark.innerHTML));
    expect(new Set(shapes).size).toBe(2);
  });

  test("with reduced motion nothing moves", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { reducedMotion: "reduce" });
    await openSheet(page, "Age");
    const moving = await page.evaluate(() => {
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      return [...(root?.querySelectorAll("*") ?? [])].filter((node) => {
        const { transitionDuration, animationName } = getComputedStyle(node);
        return transitionDuration !== "0s" || animationName !== "none";
      }).length;
    });
    expect(moving).toBe(0);
  });
});
