/** A trial that a reader leaves out of the answer. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openRow, panel, settled } from "./screen.ts";
import { answerTo, expectToShow } from "./shown-answer.ts";

/** A row, or what is told above the rows. */
export const rowOf = (page: Page, outcome = "orr") => page.locator(`[data-outcome="${outcome}"]`);

export const question = "exclude=cartitude-1";
export const parts = ["Products", "Trials", "How sure", "Sources"];

export async function leaveOut(page: Page): Promise<void> {
  const row = rowOf(page);
  await openRow(row);
  const box = panel(page).getByRole("checkbox", { name: "Count CARTITUDE-1", exact: true });
  await box.focus();
  const place = async () => (await box.boundingBox())?.y ?? 0;
  const before = await place();
  await page.keyboard.press("Space");
  await expectToShow(page, await answerTo(question));
  await settled(page);
  expect(await box.isChecked()).toBe(false);
  expect(await box.evaluate((node) => node.matches(":focus"))).toBe(true);
  expect(Math.abs((await place()) - before)).toBeLessThan(2);
  const line = panel(page).getByRole("row").filter({ hasText: "left out" });
  expect(await line.innerText()).toContain("CARTITUDE-1");
  expect(await page.getByRole("status").innerText()).toMatch(/^Updated: /);
  expect(page.url()).toContain(question);
  await page.keyboard.press("Space");
  await expectToShow(page, await answerTo(""));
  await settled(page);
  expect(await box.isChecked()).toBe(true);
  expect(await line.count()).toBe(0);
}
