/** The record of a cohort in a browser: where it leads, and on paper. */
import { expect } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { test } from "./support/fixture.ts";

test("a figure leads to its source, and the page to its data", async ({ openAt }) => {
  const { id, label, figures } = anyCohort;
  const { page } = await openAt(`/v1/cohorts/${id}`);
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  expect(heading?.trim()).toBe(label);
  const { events, n } = figures.find(({ outcome }) => outcome === "orr") ?? {};
  const response = page.getByRole("row", { name: /^Response/ }).first();
  expect(await response.textContent()).toContain(`${events} of ${n}`);
  const link = page.getByRole("link", { name: /^Source \d+$/ }).first();
  const number = /\d+/.exec((await link.textContent()) ?? "")?.[0];
  await link.click();
  const source = page.locator(":target");
  expect(await source.getAttribute("id")).toBe(`source-${number}`);
  // It has the number by which the figure refers to it, and no other source is shown with it.
  expect(await source.getAttribute("value")).toBe(number);
  expect(await page.locator(".sources li").filter({ visible: true }).count()).toBe(1);
  await page.getByRole("link", { name: `/v1/cohorts/${id}.json` }).click();
  expect(JSON.parse((await page.locator("pre").textContent()) ?? "")).toMatchObject({ id });
});

test("on paper it is dark on white, without what only a screen can use", async ({ openAt }) => {
  const { page } = await openAt(`/v1/cohorts/${anyCohort.id}`, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(["rgb(20, 23, 31)", "rgb(255, 255, 255)"]);
  expect(await page.getByRole("navigation").isVisible()).toBe(false);
});
