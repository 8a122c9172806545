/** The region with ready-made questions. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { region } from "./support/region.ts";
import { choice, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The region", () => {
  test("stays when a ready-made question is chosen that names none", async ({ openSparing }) => {
    const { page } = await openSparing("/embed?availability=us");
    await choice(await openSheet(page, "More"), "With real-world cohorts").click();
    await expectToShow(page, await answerTo("availability=us&evidence=all"));
    expect(await region(page).innerText()).toMatch(/^Approved: US\b/);
  });
});
