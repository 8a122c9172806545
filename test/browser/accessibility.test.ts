import { describe, expect } from "vitest";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { oneLine, openers, openRow, openSheet, rowNamed, rows } from "./support/screen.ts";
import { answerTo } from "./support/shown-answer.ts";

/** Without animations, so that no colour is measured during a transition. */
const calm = { reducedMotion: "reduce" } as const;

/** Follows the reader's colours; without this a frame is light. */
const inAnyColours = "/embed?theme=system";

describe("axe finds nothing on the embedded page", () => {
  test("closed, with each sheet open, with a refused range in one, and with the trials of a row", async ({
    openWidget,
  }) => {
    const { page } = await openWidget(inAnyColours, calm);
    await expectNoAxeViolationsInAnyColours(page);
    for (const name of openers) {
      const sheet = await openSheet(page, name);
      await expectNoAxeViolationsInAnyColours(page);
      await sheet.getByRole("button", { name: "Close" }).click();
    }
    const sheet = await openSheet(page, "Change");
    await sheet
      .getByRole("form", { name: /^Median age/ })
      .getByLabel("from")
      .fill("many");
    await page.keyboard.press("Enter");
    await sheet.getByRole("alert").filter({ hasText: /\w/ }).waitFor();
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
