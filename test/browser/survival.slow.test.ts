/** Tests survival trial by trial: its rows and kinds by keyboard and finger, their addresses, and paper. */

import { expect } from "vitest";
import type { SurvivalFamily } from "#data/survival.ts";
import { survivalSegments, survivalTitles } from "#presentation/words/names.ts";
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

test("Survival shows one kind at a time; a shared link opens it, and back returns to the one before", async ({
  openWidget,
}) => {
  const { page, misconduct } = await openWidget("/embed?outcome=os", { width: 320 });
  const kind = (family: SurvivalFamily) =>
    page.locator("fieldset.segments").getByRole("link", { name: survivalSegments[family] });
  const shows = async (family: SurvivalFamily, headline: RegExp) => {
    await expect.poll(() => kind(family).getAttribute("aria-current")).toBe("true");
    await expect.poll(() => page.locator(".verdict").innerText()).toMatch(headline);
    const months = page.getByRole("table");
    expect(await months.count()).toBe(1);
    expect(await months.getAttribute("aria-label")).toContain(survivalTitles[family]);
    await expectNothingCutOff(page);
  };
  await shows("os", /^Overall survival/);
  for (const link of await page.locator("fieldset.segments a").all()) {
    const box = await link.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await kind("dor").click();
  await shows("dor", /^Response duration/);
  expect(new URL(page.url()).search).toBe("?outcome=dor");
  await kind("pfs").focus();
  await page.keyboard.press("Enter");
  await shows("pfs", /^Progression-free survival/);
  expect(new URL(page.url()).search).toBe("?outcome=pfs");
  await page.goBack();
  await shows("dor", /^Response duration/);
  await page.goBack();
  await shows("os", /^Overall survival/);
  expect(new URL(page.url()).search).toBe("?outcome=os");
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNothingCutOff(page);
  }
  // Matched cohorts come last, after the causes of death.
  const parts = await page
    .locator(".survival > *")
    .evaluateAll((all) => all.map((part) => part.className));
  expect(parts).toEqual(["medians", "by-month", "deaths", "matched muted"]);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("table").count()).toBe(1);
  expect(await page.locator("fieldset.segments").isVisible()).toBe(false);
  expect(misconduct).toEqual(goodConduct);
});
