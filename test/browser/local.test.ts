/** The engine in the page answers the reader's questions. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import presets from "#data/presets.json" with { type: "json" };
import { ask, engineReady, notice } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { oneLine, rowTexts, settled } from "./support/screen.ts";
import { answerTo, expectDigits } from "./support/shown-answer.ts";
import { questions, watchPolicy, withoutEngine } from "./support/traffic.ts";

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
      for (const { page } of [local, edge]) await expectDigits(page, answer);
      expect(await wholeText(local.page)).toBe(await wholeText(edge.page));
    }
    expect(asked).toEqual([]);
    expect(await notice(local.page).count()).toBe(0);
    expect(local.misconduct.pageErrors).toEqual([]);
  });

  test("also on a page of another site whose strict policy names only ours", async ({
    hostPage,
  }) => {
    const ours = inject("serverUrl");
    const { page, open, misconduct } = await hostPage({
      headers: {
        "content-security-policy": `default-src 'none'; script-src ${ours}; connect-src ${ours}; img-src data:`,
      },
    });
    const blocked = await watchPolicy(page);
    const ready = engineReady(page);
    await open();
    await ready;
    const asked = questions(page);
    await ask(page, { setting: "early" });
    await expectDigits(page, await answerTo("setting=early"));
    expect(asked).toEqual([]);
    expect(await blocked()).toEqual([]);
    expect(misconduct.failedRequests).toEqual([]);
  });

  test("rows that are not computed yet keep their old numbers and are marked", async ({
    openWithEngine,
  }) => {
    const { page } = await openWithEngine("/embed");
    await page.evaluate(recordRows);
    const before = await rowTexts(page);
    await ask(page, { evidence: "all" });
    await expectDigits(page, await answerTo("evidence=all"));
    const after = await rowTexts(page);
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen[][] }).seen);
    const between = seen.filter((one) => one.some(({ previous }) => previous));
    const counts = new Set(between.map((one) => one.filter(({ previous }) => previous).length));
    expect(counts.size, "row after row").toBe(before.length);
    expect(between.some((one) => one.some(({ colour }) => colour > 40))).toBe(true);
    for (const one of between) {
      one.forEach(({ previous, colour, text }, index) => {
        // A row without a rate has no colours, so only coloured rows are checked.
        if (colour > 40) expect(previous).toBe(false);
        // Trials that are named only after the last row are part of the headline; the text of each
        // row is either old or new.
        expect(oneLine(text)).toBe((previous ? before : after)[index]);
      });
    }
  });
});

interface Seen {
  previous: boolean;
  /** How far the colour of the rate is from grey. */
  colour: number;
  text: string;
}

/** Records after each change what the rows show and how they are marked. */
function recordRows(): void {
  const root = document.querySelector("myeloma-compare")?.shadowRoot;
  if (!root) throw new Error("no element");
  const colourOf = (node: Element) => {
    const channels = (getComputedStyle(node).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    return Math.max(...channels) - Math.min(...channels);
  };
  const seen: Seen[][] = [];
  new MutationObserver(() => {
    seen.push(
      [...root.querySelectorAll<HTMLElement>("li.row")].map((row) => ({
        previous: row.getAttribute("aria-busy") === "true",
        colour: colourOf(row.querySelector(".rate strong") ?? row),
        text: row.innerText,
      })),
    );
  }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(window, { seen });
}
