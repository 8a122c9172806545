/** What a reader sees after a choice: the verdict, the rows that changed, and the region that was kept. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { choice, openSheet, rows, settled } from "./support/screen.ts";

const marked = (page: Page) => page.locator("[data-outcome].changed");
const scrolled = (page: Page) => page.evaluate(() => scrollY);

describe("After a filter is chosen far down", () => {
  test("the reader is back at the verdict, changed rows are marked and named", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    expect(await marked(page).count()).toBe(0);
    await page.evaluate(() => scrollTo(0, 900));
    await choice(await openSheet(page, "Prior lines"), "2 lines").click();
    // The sheet of the region follows.
    await choice(page.getByRole("dialog"), "European Union").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { level: 2, name: /not compared/ }).waitFor();
    await settled(page);
    await expect.poll(() => scrolled(page)).toBeLessThan(20);
    await expect.poll(() => marked(page).count()).toBeGreaterThan(1);
    const said = page.getByRole("status").filter({ hasText: "Updated: " });
    expect(await said.first().innerText()).toMatch(/Changed: .*Very good partial response/);
  });

  test("a tab leaves the reader where it is", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 600 });
    await page.evaluate(() => scrollTo(0, 400));
    await page.getByRole("link", { name: "Efficacy" }).click();
    await rows(page).nth(5).waitFor();
    await settled(page);
    expect(await scrolled(page)).toBeGreaterThan(300);
  });
});

describe("The region that was chosen last", () => {
  test("is offered at one tap the next time, and never applied by itself", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    const offer = page.getByRole("button", { name: "Only approved in the US" });
    expect(await offer.count()).toBe(0);
    await choice(await openSheet(page, "Approved"), "United States").click();
    await page.getByRole("button", { name: "Approved: US", exact: true }).waitFor();
    expect(await offer.count()).toBe(0);
    await page.goto(new URL("/embed", page.url()).href);
    await offer.waitFor();
    expect(new URL(page.url()).search).toBe("");
    await offer.click();
    await page.getByRole("button", { name: "Approved: US", exact: true }).waitFor();
    await choice(await openSheet(page, "Approved"), "US or EU").click();
    await page.getByRole("button", { name: "Approved: US or EU" }).waitFor();
    expect(await offer.count()).toBe(0);
  });
});
