/** The views of a question, one tap away, and the line with the outcomes that have no number. */

import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { closePanel, openRow, rowOf } from "./support/screen.ts";
import { answerTo } from "./support/shown-answer.ts";

const { tabs } = elementTexts;
const names = ["summary", "toxicity", "survival", "products"] as const;
const tab = (page: Page, name: (typeof names)[number]) =>
  page.getByRole("group", { name: "Results" }).getByRole("link", { name: tabs[name] });
const current = (page: Page) =>
  page.getByRole("group", { name: "Results" }).locator("[aria-current]").allInnerTexts();
/** Outcomes that can be opened now, and are in sight somewhere on the page. */
const openable = (page: Page) =>
  page
    .locator("myeloma-compare [data-opens]")
    .evaluateAll((all) =>
      all
        .filter((button) => button.checkVisibility() && !button.matches(":disabled"))
        .map((button) => button.getAttribute("data-opens") ?? ""),
    );

type Harms = Required<Pick<ScreenOf<"classes">, "harmGroups">>;

describe("The tabs", () => {
  test("lead from the first screen to every outcome in two taps, folded harms, months of another kind of survival and deeper response in three, and are 44 pixels to tap in one line at 320 pixels", async ({
    openWidget,
  }) => {
    const { outcomes } = (await (await fetch(`${inject("serverUrl")}/v1/outcomes`)).json()) as {
      outcomes: { id: string; targets?: string[] }[];
    };
    expect(outcomes.length).toBeGreaterThan(50);
    const { page, misconduct } = await openWidget("/embed");
    // The fold has the numbers of its rows in its name.
    await page.locator("summary", { hasText: /^Before treatment of 100 apheresed \d+/ }).click();
    const outcomesOpenable = new Set(await openable(page));
    await openRow(rowOf(page));
    await page.locator("summary", { hasText: /^Deeper response: / }).click();
    for (const outcome of await openable(page)) outcomesOpenable.add(outcome);
    await closePanel(page);
    for (const name of names.slice(1)) {
      await tab(page, name).click();
      await expect.poll(() => current(page)).toEqual([tabs[name]]);
      const folds = page.locator("details.more:not([open]) > summary");
      while ((await folds.count()) > 0) await folds.first().click();
      const outcomes = await openable(page);
      for (const outcome of outcomes) outcomesOpenable.add(outcome);
      const kinds = await page.locator("fieldset.segments a").all();
      for (const kind of [...kinds, ...kinds.slice(0, 1)]) {
        await kind.click();
        await expect.poll(() => kind.getAttribute("aria-current")).toBe("true");
        for (const outcome of await openable(page)) outcomesOpenable.add(outcome);
      }
      // A row, a month of a grid, a name in the line at the end: all open alike.
      for (const outcome of [outcomes[0], outcomes.at(-1)]) {
        await page.locator(`myeloma-compare [data-opens=${outcome}]`).first().click();
        await page.locator(`#row-${outcome}`).waitFor();
        await closePanel(page);
      }
    }
    // A month that nobody reports has nothing to open.
    const answers = await Promise.all([answerTo("outcome=survival"), answerTo("outcome=toxicity")]);
    const silent = answers
      .flatMap((answer) => answer.outcomes)
      .filter(({ pools }) =>
        Object.values(pools).every(
          ({ k, otherRegimen: besideRegimen }) => k === 0 && !besideRegimen,
        ),
      )
      .map(({ outcome }) => outcome);
    // Harms of another target stand in the harms of questions about that target.
    const ofTarget = outcomes.filter(({ targets }) => targets && !targets.includes("bcma"));
    expect(ofTarget.length).toBeGreaterThan(0);
    expect(ofTarget.filter(({ id }) => outcomesOpenable.has(id))).toEqual([]);
    const missed = outcomes
      .filter((outcome) => !ofTarget.includes(outcome))
      .flatMap(({ id }) => (outcomesOpenable.has(id) ? [] : id));
    expect(missed.filter((id) => !(silent.includes(id) && /-\d+$/.test(id)))).toEqual([]);
    expect(misconduct).toEqual(goodConduct);

    await page.setViewportSize({ width: 320, height: 844 });
    const boxes = await Promise.all(names.map((name) => tab(page, name).boundingBox()));
    for (const box of boxes) {
      expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
      expect(box?.y).toBe(boxes[0]?.y);
    }
  });

  test("are links that work without a script", async ({ openAt }) => {
    const { page } = await openAt("/embed?age=60-65", { javaScriptEnabled: false });
    await tab(page, "survival").click();
    await page.waitForURL("**/embed?outcome=survival&age=60-65");
    expect(await current(page)).toEqual([tabs.survival]);
  });
});

describe("All harms", () => {
  test("take at most 1,350 pixels of a phone, each group with its first row; a fold opens to the others, to when and how long, and to what was not found", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?outcome=toxicity", { width: 390 });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1351);
    const groups = ((await (await page.request.get("/v1/screen?outcome=toxicity")).json()) as Harms)
      .harmGroups;
    expect(groups).toHaveLength(5);
    expect(await openable(page)).toEqual(groups.map(({ outcomes: [first] }) => first));
    const folds = page.locator("details.more");
    for (const [index, { outcomes, times, unreported }] of groups.entries()) {
      const fold = folds.nth(index);
      const box = await fold.locator("summary").boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await fold.locator("summary").click();
      const names = await fold
        .locator("[data-opens]")
        .evaluateAll((all) => all.map((button) => button.getAttribute("data-opens")));
      const silent = unreported.map(({ outcome }) => outcome);
      expect(names).toEqual([...outcomes.slice(1), ...silent]);
      expect(await fold.getByRole("table").count()).toBe(times ? 1 : 0);
    }
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await expectNothingCutOff(page);
    }
    expect(misconduct).toEqual(goodConduct);
  });
});
