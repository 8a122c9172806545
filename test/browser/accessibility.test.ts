/** axe on what readers have before them, colours and motion as they ask for them, and what a screen reader is told. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { oneLine, openRow, openSheet, rowNamed, rows } from "./support/screen.ts";
import { answerTo } from "./support/shown-answer.ts";

/** Without animations, so that no colour is measured during a transition. */
const calm = { reducedMotion: "reduce" } as const;

/** Follows the reader's colours; without this a frame is light. */
const inAnyColours = "/embed?theme=system";

describe("axe finds nothing on the embedded page", () => {
  test("with a refused range in the sheet, and with the trials of a row; states: `every-state.test.ts`", async ({
    openWidget,
  }) => {
    const { page } = await openWidget(inAnyColours, calm);
    const sheet = await openSheet(page, "Change");
    await sheet
      .getByRole("form", { name: /^Median age/ })
      .getByLabel("from")
      .fill("many");
    await page.keyboard.press("Enter");
    await sheet.getByRole("alert").filter({ hasText: /\w/ }).waitFor();
    await sheet.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await openRow(rows(page).first());
    await expectNoAxeViolationsInAnyColours(page);
  });
});

describe("In the accessibility tree", () => {
  test("the name of a row's button begins with its outcome, and its difference is of 100", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?evidence=all");
    const { outcomes } = await answerTo("evidence=all");
    for (const { label, phrase, contrasts } of outcomes) {
      const row = rowNamed(page, label);
      expect(await row.getByRole("button", { expanded: false }).count()).toBe(1);
      if (contrasts[0]?.status !== "ok") continue;
      expect(oneLine(await row.innerText())).toMatch(
        new RegExp(`(?:<1|\\d+) (?:more|fewer) of 100 (?:${phrase} )?with `),
      );
    }
  });
});

describe("The answer is drawn without an error", () => {
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
