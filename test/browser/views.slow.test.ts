/** The views of a question, one tap away: all harms, survival trial by trial, drugs side by side, and the ways there and back. */

import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import type { SurvivalFamily } from "#data/survival.ts";
import type { SentView } from "#presentation/views/format.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { compareProducts, elementTexts } from "#presentation/words/element.ts";
import { survivalSegments, survivalTitles } from "#presentation/words/names.ts";
import { inFormat } from "../support/in-format.ts";
import { boxesOf, edgesOf, expectNothingCutOff, pageHeight } from "./support/fits.ts";
import { goodConduct, test } from "./support/fixture.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import {
  choose,
  closePanel,
  live,
  openedRow,
  openRow,
  openSheet,
  rowOf,
  rows,
  settled,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const { tabs } = elementTexts;
const names = ["summary", "course", "toxicity", "survival", "products"] as const;
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
    const outcomesOpenable = new Set(await openable(page));
    await openRow(rowOf(page));
    await page.locator("summary", { hasText: /^Deeper response: / }).click();
    for (const outcome of await openable(page)) outcomesOpenable.add(outcome);
    await closePanel(page);
    for (const name of names.slice(1)) {
      await tab(page, name).click();
      await expect.poll(() => current(page)).toEqual([tabs[name]]);
      const folds = page.locator("details:is(.more, .before):not([open]) > summary");
      while ((await folds.count()) > 0) await folds.first().click();
      const outcomes = await openable(page);
      for (const outcome of outcomes) outcomesOpenable.add(outcome);
      const kinds = await page.locator("fieldset.segments a").all();
      for (const kind of [...kinds, ...kinds.slice(0, 1)]) {
        await kind.click();
        await expect.poll(() => kind.getAttribute("aria-current")).toBe("true");
        await settled(page);
        for (const outcome of await openable(page)) outcomesOpenable.add(outcome);
      }
      // A row, a month of a grid, a name in the line at the end: all open alike.
      for (const outcome of [outcomes[0], outcomes.at(-1)]) {
        const opener = page.locator(`myeloma-compare [data-opens=${outcome}]`).first();
        await opener.click();
        await page.locator(`#row-${outcome}`).waitFor();
        expect(await opener.getAttribute("aria-expanded"), outcome).toBe("true");
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
});

test("The course takes at most 1,500 pixels of a phone, in two columns with a rule between them also at 240, and is one tap from the share of the infused", async ({
  openWidget,
}) => {
  const { page, misconduct } = await openWidget("/embed", { width: 390 });
  await page.getByRole("link", { name: /^Of 100 apheresed \d+ were infused, .*: course/ }).click();
  await expect.poll(() => current(page)).toEqual([tabs.course]);
  expect(new URL(page.url()).search).toBe("?view=course");
  expect(await pageHeight(page)).toBeLessThan(1501);
  await expectNothingCutOff(page);
  for (const { height } of await boxesOf(page.locator(".line"))) {
    expect(height).toBeGreaterThanOrEqual(44);
  }
  await page.setViewportSize({ width: 240, height: 800 });
  const cells = page.locator(".line .cells").first().locator("> div");
  const [first, second] = await edgesOf(cells);
  expect(first?.top).toBe(second?.top);
  await expectNothingCutOff(page);
  await page.locator(".lanes button").last().click();
  await page.locator("[data-filter=lanes]").getByRole("button", { name: "teclistamab" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("?view=course&lanes=car-t,teclistamab");
  expect(misconduct).toEqual(goodConduct);
});

test("All harms take at most 1,410 pixels of a phone, each group with its first row in sight; a fold is 44 pixels to tap", async ({
  openWidget,
}) => {
  const { page, misconduct } = await openWidget("/embed?outcome=toxicity", { width: 390 });
  expect(await pageHeight(page)).toBeLessThan(1411);
  const groups = (
    (await (
      await page.request.get(inFormat("/v1/screen?outcome=toxicity"))
    ).json()) as SentView<Harms>
  ).view.harmGroups;
  expect(groups).toHaveLength(5);
  expect(await openable(page)).toEqual(groups.map(({ outcomes: [first] }) => first));
  for (const { height } of await boxesOf(page.locator("details.more > summary"))) {
    expect(height).toBeGreaterThanOrEqual(44);
  }
  expect(misconduct).toEqual(goodConduct);
});

test("Survival shows one kind at a time; a shared link opens it, and back returns to the one before", async ({
  openWidget,
}) => {
  const { page, misconduct } = await openWidget("/embed?outcome=os", { width: 320 });
  const kind = (family: SurvivalFamily) =>
    page.locator("fieldset.segments").getByRole("link", { name: survivalSegments[family] });
  const shows = async (family: SurvivalFamily, headline: RegExp) => {
    await expect.poll(() => kind(family).getAttribute("aria-current")).toBe("true");
    await expect.poll(() => page.locator(".verdict").innerText()).toMatch(headline);
    const months = page.getByRole("table");
    expect(await months.count()).toBe(1);
    expect(await months.getAttribute("aria-label")).toContain(survivalTitles[family]);
    await expectNothingCutOff(page);
  };
  await shows("os", /^Overall survival/);
  for (const link of await page.locator("fieldset.segments a").all()) {
    const box = await link.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await kind("dor").click();
  await shows("dor", /^Response duration/);
  expect(new URL(page.url()).search).toBe("?outcome=dor");
  await kind("pfs").focus();
  await page.keyboard.press("Enter");
  await shows("pfs", /^Progression-free survival/);
  expect(new URL(page.url()).search).toBe("?outcome=pfs");
  await page.goBack();
  await shows("dor", /^Response duration/);
  await page.goBack();
  await shows("os", /^Overall survival/);
  expect(new URL(page.url()).search).toBe("?outcome=os");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("table").count()).toBe(1);
  expect(await page.locator("fieldset.segments").isVisible()).toBe(false);
  expect(misconduct).toEqual(goodConduct);
});

const title = "Five drugs, each in its own trials. Not a ranking.";
const heading = (page: Page) => page.getByRole("heading", { name: title });
const questionOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe("Drugs side by side", () => {
  test("are one tap from the sheet, whose columns the keyboard follows, one tap from the classes and one key from a row, and stay with another filter", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?theme=system", {
      width: 320,
      reducedMotion: "reduce",
    });
    const sheet = await openSheet(page, "Product");
    const passed: string[] = [];
    for (let at = ""; !at.startsWith("Reset"); at = await focused(page)) {
      if (/-cel|mab/.test(at)) passed.push(at.includes("-cel") ? "car-t" : "bsab");
      await page.keyboard.press("Tab");
    }
    expect(new Set(passed).size).toBe(2);
    expect(passed).toEqual([...passed].sort().reverse());
    await sheet.getByRole("button", { name: compareProducts }).click();
    await heading(page).waitFor();
    expect(questionOf(page)).toBe("?compare=product&theme=system");
    await page.reload();
    await live(page);
    await page.getByRole("link", { name: elementTexts.tabs.summary }).click();
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => focused(page)).toBe(elementTexts.tabs.summary);
    expect(questionOf(page)).toBe("?theme=system");
    await page.goBack();
    await heading(page).waitFor();
    await page.goForward();
    await expectToShow(page, await answerTo(""));

    await openRow(rows(page).first());
    await tabTo(page, new RegExp(`^${compareProducts}$`));
    await page.keyboard.press("Enter");
    await heading(page).waitFor();
    await expect.poll(() => focused(page)).toBe(title);
    await choose(page, "Approved", /US(?! or)/);
    await expect.poll(() => questionOf(page)).toBe("?compare=product&availability=us&theme=system");
    await openSheet(page, "Question");
    await page.getByRole("button", { name: "Reset all filters" }).click();
    await expect.poll(() => questionOf(page)).toBe("?compare=product&theme=system");
  });

  test("are a matrix on a wide screen, a row for each drug and a column for each outcome, of which each opens its row", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?compare=product", { width: 1280 });
    const cells = await edgesOf(page.locator(".drug li"));
    const names = await edgesOf(page.locator(".outcome-names li"));
    expect(new Set(cells.map(({ left }) => left))).toEqual(new Set(names.map(({ left }) => left)));
    expect(new Set(cells.map(({ top }) => top)).size).toBe(5);
    expect(cells).toHaveLength(5 * names.length);
    await page
      .getByRole("button", { name: /^cilta\S+cel, Response: 90, 77 to 97 of 100 in/ })
      .click();
    await openedRow(page).waitFor();
    await expectNothingCutOff(page);
  });

  test("are heard line by line with their drug, and give the focus back to the line that was opened", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?compare=product", { width: 390 });
    const line = page.getByRole("button", {
      name: /^teclistamab, NRM, Non-relapse mortality: ≥12/,
    });
    await line.click();
    await openedRow(page).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toMatch(/teclistamab, NRM/);
  });

  test("are cards on a phone, within a little more than three screens, a line for each outcome below the label in words, and two lines for two trials; many fold, and none runs sideways", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?compare=product", { width: 390 });
    expect(await pageHeight(page)).toBeLessThanOrEqual(2700);
    const card = page.locator("section.drug", { hasText: "cilta" });
    const head = card.locator("p.muted");
    await expect.poll(() => head.first().innerText()).toMatch(/refractory to lenalid/);
    // Two lines of a drug name their trials: once on a phone, each by itself on a wide screen.
    const order = head.last();
    const names = card.locator('[data-outcome="orr"] .places small');
    expect(await order.innerText()).toBe("2 rows: CARTIFAN-1, then CARTITUDE-1.");
    expect(await names.first().isVisible()).toBe(false);
    const lines = await edgesOf(card.locator(".result"));
    expect(new Set(lines.map(({ left }) => left)).size).toBe(1);
    expect(lines.every(({ right }) => right <= 390)).toBe(true);
    const tops = lines.map(({ top }) => top);
    expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b));
    expect(await card.locator('[data-outcome="orr"] svg.strip').count()).toBe(2);
    await expect.poll(() => page.locator(".outcome-names").isVisible()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => page.locator(".outcome-names").isVisible()).toBe(true);
    expect(await names.allInnerTexts()).toEqual(["CARTIFAN-1", "CARTITUDE-1"]);
    expect(await order.isVisible()).toBe(false);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/embed?compare=product&availability=any");
    await live(page);
    await expectNothingCutOff(page);
    expect(await pageHeight(page)).toBeLessThanOrEqual(4000);
    await page.locator("summary", { hasText: "drugs" }).first().click();
    await expectNothingCutOff(page);
  });
});
