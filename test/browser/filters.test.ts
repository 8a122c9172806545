/** What a reader sees after a choice: the verdict, the rows that changed, the region that was kept. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { choose, question, rows, settled } from "./support/screen.ts";

const scrolled = (page: Page) => page.evaluate(() => scrollY);

describe("After a filter is chosen far down", () => {
  test("the reader is back at the verdict, and changed rows are named", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    await page.evaluate(() => scrollTo(0, 900));
    await choose(page, "Lines", "2 lines");
    await page.getByRole("heading", { level: 2, name: /not compared/ }).waitFor();
    await settled(page);
    await expect.poll(() => scrolled(page)).toBeLessThan(20);
    const said = page.getByRole("status").filter({ hasText: "Updated: " });
    expect(await said.first().innerText()).toMatch(/Changed: .*Very good partial response/);
  });

  test("a tab leads to the beginning of its outcomes, with the focus", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 600 });
    await page.getByRole("link", { name: "Efficacy" }).click();
    await rows(page).nth(5).waitFor();
    await settled(page);
    await expect.poll(() => focused(page)).toBe("Efficacy");
    const top = await rows(page)
      .first()
      .evaluate((row) => row.getBoundingClientRect().top);
    expect(top).toBeLessThan(600);
  });
});

describe("The region that was chosen last", () => {
  test("is offered at one tap the next time, and never applied by itself", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    const offer = page.getByRole("button", { name: "Only approved in the US" });
    expect(await offer.count()).toBe(0);
    await choose(page, "Approved", "United States");
    await question(page)
      .getByText(/^US · /)
      .waitFor();
    expect(await offer.count()).toBe(0);
    await settled(page);
    // In a page of its own: steps of the history that are under way belong to the first.
    const next = await page.context().newPage();
    await next.goto(new URL("/embed", page.url()).href);
    const nextOffer = next.getByRole("button", { name: "Only approved in the US" });
    await nextOffer.waitFor();
    expect(new URL(next.url()).search).toBe("");
    await nextOffer.click();
    await question(next)
      .getByText(/^US · /)
      .waitFor();
    await choose(next, "Approved", "US or EU");
    await question(next)
      .getByText(/^US or EU · /)
      .waitFor();
    expect(await nextOffer.count()).toBe(0);
  });
});
