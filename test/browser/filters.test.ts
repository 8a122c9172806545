/** The sheet of filters, and what a reader sees after a choice: the verdict, the rows that changed, the region that was kept. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { goodConduct } from "./support/page.ts";
import { choice, choose, openSheet, question, rows, settled } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";
import { isWhole } from "./support/whole.ts";

describe("Under More", () => {
  test.runIf(isWhole)("axe finds nothing with everything open", async ({ openWidget }) => {
    const { page } = await openWidget(`/embed?exclude=${anyCohort.id}&theme=system`, {
      reducedMotion: "reduce",
    });
    const sheet = await openSheet(page, "More");
    await sheet.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await expectNoAxeViolationsInAnyColours(page);
  });
});

describe("A sheet", () => {
  test.runIf(isWhole)(
    "asks for its choices when it is opened, and not twice",
    async ({ openWidget }) => {
      const { page, misconduct } = await openWidget("/embed");
      const [answers, counts] = [questions(page), questions(page, "choices")];
      for (let times = 0; times < 2; times += 1) {
        const sheet = await openSheet(page, "Product");
        await sheet.getByRole("button", { name: "Close" }).click();
      }
      expect([answers, counts]).toEqual([[], [""]]);
      expect(misconduct).toEqual(goodConduct);
    },
  );

  test.runIf(isWhole)(
    "of products ticks and unticks them one by one and says how many are chosen",
    async ({ openWidget }) => {
      const { page } = await openWidget("/embed");
      const sheet = await openSheet(page, "Product");
      for (const [name, query, value] of [
        [/[Cc]ilta/, "product=cilta-cel", "cilta-cel"],
        [/[Tt]eclistamab/, "product=cilta-cel,teclistamab", "cilta-cel or teclistamab"],
        [/[Cc]ilta/, "product=teclistamab", "teclistamab"],
        ["All products", "", "BCMA · 9"],
      ] as const) {
        await choice(sheet, name, "Product").click();
        await expectToShow(page, await answerTo(query));
        await expect.poll(() => question(page).innerText()).toContain(value);
      }
    },
  );
});

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
    await page.goto(new URL("/embed", page.url()).href);
    await offer.waitFor();
    expect(new URL(page.url()).search).toBe("");
    await offer.click();
    await question(page)
      .getByText(/^US · /)
      .waitFor();
    await choose(page, "Approved", "US or EU");
    await question(page)
      .getByText(/^US or EU · /)
      .waitFor();
    expect(await offer.count()).toBe(0);
  });
});
