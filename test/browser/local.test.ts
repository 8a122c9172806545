/** The engine in the page answers the reader's questions. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import presets from "#data/presets.json" with { type: "json" };
import { ask, notice } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { oneLine, settled } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions, withoutEngine } from "./support/traffic.ts";

/** All text on the screen and for screen readers, once no answer is pending. */
async function wholeText(page: Page): Promise<string> {
  await settled(page);
  return oneLine(await page.locator("myeloma-compare .root").innerText());
}

/** One class is missing in the first, the second has all kinds of studies, the last the rules of others. */
const ids = ["after-bcma", "real-world", "roex-2020"];

describe("Once the page is idle", () => {
  test("ready-made questions are answered here, in the very text of the edge", async ({
    openWithEngine,
    openPage,
  }) => {
    const local = await openWithEngine("/embed?age=61.5-");
    const edge = await openPage();
    await withoutEngine(edge.page);
    await edge.page.goto("/embed?age=61.5-");
    const asked = questions(local.page);
    for (const { query } of presets.filter(({ id }) => ids.includes(id))) {
      for (const { page } of [local, edge]) await ask(page, query);
      const answer = await answerTo(new URLSearchParams(query).toString());
      for (const { page } of [local, edge]) await expectToShow(page, answer);
      expect(await wholeText(local.page)).toBe(await wholeText(edge.page));
    }
    expect(asked).toEqual([]);
    expect(await notice(local.page).count()).toBe(0);
    expect(local.misconduct.pageErrors).toEqual([]);
  });
});
