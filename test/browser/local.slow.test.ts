/** Answers of the engine on a page of another site, and while they are computed. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { ask, engineReady } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { oneLine } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions, watchPolicy } from "./support/traffic.ts";

describe("Once the page is idle", () => {
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
    await expectToShow(page, await answerTo("setting=early"));
    expect(asked).toEqual([]);
    expect(await blocked()).toEqual([]);
    expect(misconduct.failedRequests).toEqual([]);
  });

  test("rows that are not computed yet keep their old numbers and are marked", async ({
    openWithEngine,
  }) => {
    const { page } = await openWithEngine("/embed");
    await page.evaluate(recordRows);
    const before = await textsIn(page);
    await ask(page, { evidence: "all" });
    await expectToShow(page, await answerTo("evidence=all"));
    const after = await textsIn(page);
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen[][] }).seen);
    const between = seen.filter((one) => one.some(({ previous }) => previous));
    const counts = new Set(between.map((one) => one.filter(({ previous }) => previous).length));
    expect(counts.size, "row after row").toBe(before.size);
    expect(between.some((one) => one.some(({ colour }) => colour > 40))).toBe(true);
    for (const one of between) {
      for (const { outcome, previous, colour, text } of one) {
        // A row without a rate has no colours, so only coloured rows are checked.
        if (colour > 40) expect(previous).toBe(false);
        expect(oneLine(text)).toBe((previous ? before : after).get(outcome));
      }
    }
  });
});

/** The rows below what is told first, which changes with the verdict. */
async function textsIn(page: Page): Promise<Map<string, string>> {
  const found = await page
    .locator("li[data-outcome]")
    .evaluateAll((all) =>
      all.map((row): [string, string] => [
        row.getAttribute("data-outcome") ?? "",
        (row as HTMLElement).innerText,
      ]),
    );
  return new Map(found.map(([outcome, text]) => [outcome, oneLine(text)]));
}

interface Seen {
  outcome: string;
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
      [...root.querySelectorAll<HTMLElement>("li[data-outcome]")].map((row) => ({
        outcome: row.dataset.outcome ?? "",
        previous: row.getAttribute("aria-busy") === "true",
        colour: colourOf(row.querySelector(".rate strong") ?? row),
        text: row.innerText,
      })),
    );
  }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(window, { seen });
}
