/** What a reader sees after a choice: the verdict, the rows that changed, and the region that was kept. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { choice, openSheet, settled } from "./support/screen.ts";

const marked = (page: Page) => page.locator("[data-outcome].changed");
const scrolled = (page: Page) => page.evaluate(() => scrollY);

describe("After a filter is chosen far down", () => {
  test("the reader is back at the verdict, changed rows are marked and named", async ({
    openWithEngine,
  }) => {
    const { page } = await openWithEngine("/embed", { width: 390, height: 844 });
    expect(await marked(page).count()).toBe(0);
    await page.evaluate(() => scrollTo(0, 900));
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await page.getByRole("heading", { level: 2, name: /unclear/ }).waitFor();
    await settled(page);
    await expect.poll(() => scrolled(page)).toBeLessThan(20);
    await expect.poll(() => marked(page).count()).toBeGreaterThan(1);
    const said = page.getByRole("status").filter({ hasText: "Updated: " });
    expect(await said.first().innerText()).toMatch(/Changed: .*Very good partial response/);
  });
});
