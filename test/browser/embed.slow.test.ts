import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { chip, choice, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The sheet of products", () => {
  test("ticks and unticks products one by one and says how many are chosen", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed");
    const sheet = await openSheet(page, "Product");
    for (const [name, query, value] of [
      [/[Cc]ilta/, "product=cilta-cel", "cilta-cel"],
      [/[Tt]eclistamab/, "product=cilta-cel,teclistamab", "2 products"],
      [/[Cc]ilta/, "product=teclistamab", "teclistamab"],
      ["All products", "", "Product"],
    ] as const) {
      await choice(sheet, name).click();
      await expectToShow(page, await answerTo(query));
      await expect.poll(() => chip(page, "Product").innerText()).toContain(value);
    }
  });
});
