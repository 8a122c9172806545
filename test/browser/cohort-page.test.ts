/** The record of a cohort in a browser: on phones and desktops, in both schemes, and on paper. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

/**
 * A large trial, a cohort from a network of records, and one that is known only from a
 * meta-analysis.
 */
const cohorts = ["cartitude-1", "filippatos-cilta-cel-trinetx-2026", "hrain-bcma-cart-nct03093168"];

describe.each(cohorts)("%s", (id) => {
  test.for([
    [390, "light"],
    [390, "dark"],
    [320, "light"],
    [1280, "dark"],
  ] as const)("at %i pixels in %s colours", async ([width, colorScheme], { openAt }) => {
    const { page, misconduct } = await openAt(`/v1/cohorts/${id}`, { width, colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    // Nothing is cut off inside a cell.
    const cut = await page
      .locator("th, td, dd, li")
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
    expect(cut).toBe(0);
    await expectNoAxeViolations(page);
    expect(misconduct).toEqual(goodConduct);
  });
});

test("a figure leads to its source, and the page to its data", async ({ openAt }) => {
  const { page } = await openAt("/v1/cohorts/cartitude-1");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("CARTITUDE-1");
  const response = page.getByRole("row", { name: /^Response/ }).first();
  expect(await response.textContent()).toContain("94 of 97");
  const link = page.getByRole("link", { name: /^Source \d+$/ }).first();
  const number = /\d+/.exec((await link.textContent()) ?? "")?.[0];
  await link.click();
  const source = page.locator(":target");
  expect(await source.getAttribute("id")).toBe(`source-${number}`);
  // The list starts with the number by which the figure refers to its source.
  expect(await source.evaluate((one) => one.parentElement?.getAttribute("start"))).toBe("0");
  await page.getByRole("link", { name: "/v1/cohorts/cartitude-1.json" }).click();
  expect(JSON.parse((await page.locator("pre").textContent()) ?? "")).toMatchObject({
    id: "cartitude-1",
  });
});

test("on paper it is dark on white, without what only a screen can use", async ({ openAt }) => {
  const { page } = await openAt("/v1/cohorts/cartitude-1", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(["rgb(20, 23, 31)", "rgb(255, 255, 255)"]);
  expect(await page.getByRole("navigation").isVisible()).toBe(false);
});
