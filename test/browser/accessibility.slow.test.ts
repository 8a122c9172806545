/**
 * axe finds nothing on the pages and panels of readers, with colours and motion as they ask for them.
 * `every-state.test.ts` checks the states.
 */
import { expect } from "vitest";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { openRow, openSheet, panel, rows, unfoldAll } from "./support/screen.ts";

test("axe finds nothing with a refused range in the sheet and with a row unfolded, nothing moves, and both classes keep two colours and two shapes", async ({
  openWidget,
}) => {
  // The page has no animations, so that no colour is measured during a transition; it follows the reader's
  // colours.
  const { page } = await openWidget("/embed?theme=system", { reducedMotion: "reduce" });
  const sheet = await openSheet(page, "Question");
  const moving = await page.evaluate(() => {
    const root = document.querySelector("myeloma-compare")?.shadowRoot;
    return [...(root?.querySelectorAll("*") ?? [])].filter((node) => {
      const { transitionDuration, animationName } = getComputedStyle(node);
      return transitionDuration !== "0s" || animationName !== "none";
    }).length;
  });
  expect(moving).toBe(0);
  await sheet
    .getByRole("form", { name: /^Median age/ })
    .getByLabel("from")
    .fill("many");
  await page.keyboard.press("Enter");
  await sheet.getByRole("alert").filter({ hasText: /\w/ }).waitFor();
  await unfoldAll(sheet);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await openRow(rows(page).first());
  await unfoldAll(panel(page));
  await expectNoAxeViolationsInAnyColours(page);

  const papers: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const [carT, bsab] = await page
      .locator("[data-outcome] .number strong")
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).color));
    expect(carT).toBeTruthy();
    expect(carT).not.toBe(bsab);
    papers.push(`${carT} ${bsab}`);
  }
  expect(papers[0]).not.toBe(papers[1]);
  const shapes = await page
    .locator("[data-outcome=orr] .point")
    .evaluateAll((marks) => marks.map((mark) => mark.innerHTML));
  expect(new Set(shapes).size).toBe(2);
});
