/** A link of earlier data in a browser: the note is seen, covers nothing and needs no script. */
import type { Locator } from "playwright-core";
import { afterAll, expect, onTestFinished } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { startServer } from "../../.dev/serve/serve.ts";
import { copyBuild } from "../support/copied-build.ts";
import { earlier, effects } from "../support/last-change.ts";
import { serve } from "../support/serve.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { choice, live, openSheet } from "./support/screen.ts";
import { screenshot } from "./support/screenshot.ts";

/** An outcome of the default question that was changed last. */
const changed = effects[0]?.outcome ?? "orr";
const asOf = `as-of=${earlier?.version}`;
const { asOf: words, changes } = english.pages;

/** The build with the same history, in which no release withdraws those before it. */
const kept = copyBuild({ precomputed: false });
afterAll(kept.remove);
kept.pretendCorrection(null);
const { url: baseURL } = await serve({ built: kept.folder });

test.for([
  ["/embed?theme=system", 390],
  ["/embed?theme=system", 1280],
  [`/report?outcome=${changed}`, 390],
  [`/report?outcome=${changed}`, 1280],
] as const)(
  "the note on %s at %i pixels is seen at once and covers nothing; axe finds nothing",
  async ([path, width], { openAt }) => {
    const { page, misconduct } = await openAt(`${path}&${asOf}`, {
      baseURL,
      width,
      reducedMotion: "reduce",
    });
    const element = page.locator("myeloma-compare");
    if ((await element.count()) > 0) await live(page);
    const note = page.getByRole("note").filter({ hasText: earlier?.version ?? "" });
    const { top, bottom } = await edgesOf(note);
    expect(top).toBeLessThan(200);
    expect(bottom).toBeLessThan(500);
    const below = await edgesOf(page.locator("myeloma-compare, main h1:not(.heard)").first());
    expect(below.top).toBeGreaterThanOrEqual(bottom);
    await note.getByText(words.changed).click();
    await note.getByRole("listitem").first().waitFor();
    const link = note.getByRole("link", { name: changes.title });
    expect(await link.getAttribute("href")).toBe("/changes");
    await screenshot(page, `as-of-${path.slice(1, 6)}-${width}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expectNoAxeViolationsInAnyColours(page);
    expect(misconduct).toEqual(goodConduct);
  },
);

test("a link of withdrawn data says so first, with the reason, before the present numbers", async ({
  openPage,
}) => {
  const reason = "Response of one trial, counted twice.";
  const copied = copyBuild({ precomputed: false });
  copied.pretendCorrection(reason);
  const { url, dispose } = await startServer({ built: copied.folder });
  onTestFinished(async () => {
    await dispose();
    copied.remove();
  });
  const { page, misconduct } = await openPage({
    baseURL: url,
    width: 390,
    reducedMotion: "reduce",
  });
  await page.goto(`/embed?theme=system&${asOf}`);
  await live(page);
  const note = page.getByRole("note").filter({ hasText: reason });
  expect(await note.innerText()).toMatch(new RegExp(`^${words.withdrawn}`));
  expect(await note.getByRole("strong").innerText()).toBe(words.withdrawn);
  const { top, bottom } = await edgesOf(note);
  expect(top).toBeLessThan(200);
  const below = await edgesOf(page.locator("myeloma-compare"));
  expect(below.top).toBeGreaterThanOrEqual(bottom);
  await screenshot(page, "as-of-withdrawn-390");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectNoAxeViolationsInAnyColours(page);
  expect(misconduct).toEqual(goodConduct);
});

async function edgesOf(one: Locator): Promise<{ top: number; bottom: number }> {
  const { y, height } = (await one.boundingBox()) ?? { y: Number.NaN, height: 0 };
  return { top: y, bottom: y + height };
}

test("another question is asked at an address without it, and the note stays, so nothing jumps", async ({
  openWidget,
}) => {
  const { page } = await openWidget(`/embed?${asOf}`, { baseURL });
  // From the top of the page, which may be scrolled.
  const top = () =>
    page.locator("myeloma-compare").evaluate((one) => one.getBoundingClientRect().y + scrollY);
  const before = await top();
  await choice(await openSheet(page, "Prior lines"), "Earlier").click();
  await page.waitForURL(/\/embed\?setting=early$/);
  expect(await top()).toBe(before);
});
