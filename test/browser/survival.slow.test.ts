/** Tests survival trial by trial: by keyboard, by finger, and on paper. */

import { expect } from "vitest";
import { capitalised } from "#presentation/words/sentences.ts";
import { survivalNames, survivalTitles } from "#presentation/words/survival.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { hasFocus, tabTo } from "./support/keyboard.ts";
import { goodConduct } from "./support/page.ts";
import { openedRow, panel, unfold } from "./support/screen.ts";

const address = "/embed?outcome=survival";

test("Survival, trial by trial, opens the row of a month by keyboard, and closes it", async ({
  openWidget,
}) => {
  const { page, misconduct } = await openWidget(address, { width: 390 });
  const opener = page.getByRole("button", { name: "6", exact: true }).first();
  await tabTo(page, /^6$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Progression-free at 6 months" }).waitFor();
  await openedRow(page).waitFor();
  await unfold(page, /^Sources/);
  await panel(page).getByText("Medians", { exact: true }).waitFor();
  expect(await opener.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Escape");
  await expect.poll(() => panel(page).count()).toBe(0);
  expect(await hasFocus(opener)).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});

test("Survival shows one kind of survival at a time, chosen by finger or by arrow keys", async ({
  openWidget,
}) => {
  const { page } = await openWidget(address, { width: 320 });
  const kind = (name: string) => page.getByRole("radio", { name });
  const months = page.getByRole("table");
  expect(await months.count()).toBe(1);
  expect(await months.getAttribute("aria-label")).toContain(survivalTitles.pfs);
  for (const radio of await page.getByRole("radio").all()) {
    const box = await radio.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await kind(capitalised(survivalNames.pfs)).focus();
  await page.keyboard.press("ArrowRight");
  expect(await kind(capitalised(survivalNames.os)).isChecked()).toBe(true);
  await expect.poll(() => months.getAttribute("aria-label")).toContain(survivalTitles.os);
  await kind(capitalised(survivalNames.dor)).click();
  await expect.poll(() => months.getAttribute("aria-label")).toContain(survivalTitles.dor);
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNothingCutOff(page);
  }
  // Paper has every kind.
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("table").count()).toBe(3);
  expect(await page.getByRole("radio").count()).toBe(0);
});
