/**
 * Checks that no size of a screen drops what qualifies a number: the certainty, who leads or carries a row, all
 * apheresed, and how many analyses keep a difference.
 */
import { expect } from "vitest";
import type { Screen } from "#presentation/views/screen.ts";
import { test } from "./support/fixture.ts";
import { live } from "./support/screen.ts";
import { triedQuestions } from "./support/tried-questions.ts";

/** Phones, frames in a record, a phone on its side, and desktops: width and height in pixels. */
const sizes = [
  [360, 480],
  [700, 480],
  [700, 560],
  [375, 553],
  [844, 390],
  [1280, 480],
  [320, 800],
  [390, 844],
  [1280, 800],
] as const;

/** Lists what a screen must show at every size. */
function qualifiersOf({ verdict, doubt, randomisedInBrief, rows }: Screen): string[] {
  return [
    verdict.lead,
    doubt?.label?.text,
    doubt?.text,
    ...randomisedInBrief.flatMap(({ trial, ratios }) => [trial, ...ratios.map(({ text }) => text)]),
    ...rows.flatMap(({ status, why, carried, apheresed }) => [
      ...(status.code === "unclear" ? [] : [status.difference]),
      ...[status.text, why?.lead, why?.aside, carried, apheresed?.number],
    ]),
  ].flatMap((text) => text || []);
}

test.for(triedQuestions())(
  "$name: nothing that qualifies a number depends on the size of the screen",
  async ({ question }, { openAt }) => {
    const { page } = await openAt(`/embed?${question}`);
    await live(page);
    const answer = await page.request.get(`/v1/screen?${question}`);
    const qualifiers = qualifiersOf((await answer.json()) as Screen);
    expect(qualifiers.length).toBeGreaterThan(0);
    const dropped: string[] = [];
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const shown = (await page.locator("myeloma-compare .compare").innerText()).replace(
        /[\u2060\s]+/g,
        (space) => (space.includes("\u2060") ? "" : " "),
      );
      for (const text of qualifiers) {
        const words = text.replaceAll("\u2060", "").replace(/\s+/g, " ");
        if (!shown.includes(words)) dropped.push(`${width} × ${height}: ${words}`);
      }
    }
    expect(dropped).toEqual([]);
  },
);
