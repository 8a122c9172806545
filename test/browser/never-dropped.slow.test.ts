/**
 * Checks that no size of a screen drops what qualifies a number: the certainty, who leads or carries a row, all
 * apheresed, and how many analyses keep a difference.
 */
import { expect } from "vitest";
import type { Screen } from "#presentation/views/screen.ts";
import { triedQuestions } from "../support/tried-questions.ts";
import { test } from "./support/fixture.ts";
import { live } from "./support/screen.ts";

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

/** Lists what a screen must show at every size; of texts in one list it shows one, the longer where there is room. */
function qualifiersOf({ verdict, label, doubt, randomised, rows }: Screen): string[][] {
  const texts = [
    verdict.lead,
    label?.text,
    doubt?.text,
    ...(randomised?.tables ?? []).flatMap((table) => [table.title, table.about, table.label?.text]),
    ...rows.flatMap(({ status, why, carried, apheresed }) => [
      ...(status.code === "unclear" ? [] : [status.difference]),
      ...[status.text, why?.lead, why?.lead && why.aside, carried, apheresed?.number],
    ]),
  ].flatMap((text) => text || []);
  const lines = (randomised?.lines ?? []).map(({ brief, text }) => [brief, text]);
  return [...texts.map((text) => [text]), ...lines];
}

/** Removes what only keeps a name in one line. */
const plainly = (text: string) => text.replaceAll("\u2060", "").replace(/\s+/g, " ");

test.for(triedQuestions())(
  "$name: nothing that qualifies a number depends on the size of the screen; the headline of a phone has at most four lines",
  async ({ question }, { openAt }) => {
    const { page } = await openAt(`/embed?${question}`);
    await live(page);
    const answer = await page.request.get(`/v1/screen?${question}`);
    const qualifiers = qualifiersOf((await answer.json()) as Screen);
    expect(qualifiers.length).toBeGreaterThan(0);
    const dropped: string[] = [];
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const shown = plainly(await page.locator("myeloma-compare .compare").innerText());
      for (const texts of qualifiers) {
        if (texts.some((text) => shown.includes(plainly(text)))) continue;
        dropped.push(`${width} × ${height}: ${texts[0]}`);
      }
    }
    expect(dropped).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    const lines = await page.locator("myeloma-compare .verdict").evaluate((headline) => {
      return (
        headline.getBoundingClientRect().height /
        Number.parseFloat(getComputedStyle(headline).lineHeight)
      );
    });
    expect(Math.round(lines)).toBeLessThanOrEqual(4);
  },
);
