/**
 * What a reader sees first, measured on a phone and in small frames of other pages, and how it is used by keyboard;
 * `opened-row.slow.test.ts` tests an opened row.
 */

import type { Frame, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { listRowFacts } from "#presentation/row/row-view.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { isWhole } from "../support/sample.ts";
import { boxesOf, countSheets, expectToFit, setTextSize } from "./support/fits.ts";
import { bareFrame, test } from "./support/fixture.ts";
import { focused, hasFocus, tabTo } from "./support/keyboard.ts";
import {
  closePanel,
  opener,
  openers,
  panel,
  question,
  rowOf,
  rows,
  toggle,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { recordedQueries } from "./support/traffic.ts";

const phone = { width: 390, height: 844 };

/** The sizes and weights of the look, and that nothing is smaller or bolder. */
const sizes = [14, 16, 18, 20];
const weights = ["400", "700"];

/** Every text that is seen, with its style and place. */
async function texts(area: Page | Frame) {
  return area.locator(".compare").evaluate((root) => {
    const textsInSight: {
      text: string;
      size: number;
      weight: string;
      colour: string;
      bottom: number;
    }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.textContent?.trim() ?? "";
      range.selectNodeContents(node);
      const { width, height, bottom } = range.getBoundingClientRect();
      const parent = node.parentElement;
      if (!parent?.checkVisibility() || text === "" || width < 2 || height < 2) continue;
      if (parent.closest(".hidden")) continue;
      const { fontSize, fontWeight, color, fill } = getComputedStyle(parent);
      const colour = parent instanceof SVGElement ? fill : color;
      textsInSight.push({
        text,
        size: Number.parseFloat(fontSize),
        weight: fontWeight,
        colour,
        bottom,
      });
    }
    return textsInSight;
  });
}

const words = (all: readonly { text: string }[]) =>
  all.flatMap(({ text }) => text.split(/\s+/)).filter((word) => /[\p{L}\d]/u.test(word)).length;

test("The first screen of the course has at most 190 words on a phone", async ({ openWidget }) => {
  const { page } = await openWidget("/embed?view=course", phone);
  const first = (await texts(page)).filter(({ bottom }) => bottom <= phone.height);
  expect(words(first)).toBeLessThanOrEqual(190);
});

test("The first screen of a phone has at most 190 words, in four sizes, two weights and nine styles; the sizes are those of the reader, not of the host", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed", phone);
  const all = await texts(page);
  const first = all.filter(({ bottom }) => bottom <= phone.height);
  expect(words(first)).toBeLessThanOrEqual(190);
  expect(new Set(all.map(({ size }) => size))).toEqual(new Set(sizes));
  expect(new Set(all.map(({ weight }) => weight))).toEqual(new Set(weights));
  expect(new Set(all.map(styleOf)).size).toBeLessThanOrEqual(9);
  // The four colours are the ink, a second ink, and those of the two classes.
  expect(new Set(all.map(({ colour }) => colour)).size).toBe(4);
  // The rows of the headline are among those that are wholly in sight.
  const whole = (await boxesOf(rows(page))).filter(
    ({ top, bottom }) => top >= 0 && bottom <= phone.height,
  );
  expect(whole.length).toBeGreaterThanOrEqual(3);
  const shown = await rows(page).evaluateAll((elements) =>
    elements.map((element) => element.getAttribute("data-outcome")),
  );
  // The rows of the headline come first: response, and two harms.
  expect(shown).toEqual(["orr", "crs-3", "infection-3", "cr", "pfs-12", "icans", "nrm"]);
  // No class number stands out of the others, and no rate is bold.
  const numbers = await page
    .locator("[data-outcome] .number:not(.part) strong")
    .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).font));
  expect(new Set(numbers).size).toBe(1);

  const size = async (root: string) => {
    await setTextSize(page, root);
    return Math.min(...(await texts(page)).map((text) => text.size));
  };
  expect(await size("62.5%")).toBe(14);
  expect(await size("32px")).toBe(28);
  await expectToFit(page);
});

test.runIf(isWhole)(
  "A phone says each fact of a row that a desktop says; of all apheresed it draws the rate, and matched cohorts wait in the opened row",
  async ({ openWidget }) => {
    const { page } = await openWidget("/embed", phone);
    const answer = answerClassesInFull(parseQueryTextOrThrow("", dataset));
    const elsewhere = ["apheresed", "matched"];
    const saidAt = async (width: number) => {
      await page.setViewportSize({ width, height: 844 });
      const texts = await rows(page).evaluateAll((all) =>
        all.map((row) => [row.getAttribute("data-outcome"), (row as HTMLElement).innerText]),
      );
      const said = answer.outcomes.map((row) => {
        const text = new Map(texts as [string, string][])
          .get(row.outcome)
          ?.replace(/\s+/g, " ")
          .replace(/[\u2010\u2011]|\u2060-\u2060/g, "-");
        const facts = listRowFacts(row, answer).filter((fact) =>
          [fact.text, fact.brief].some((of) => of && text?.includes(of)),
        );
        return facts.map(({ code }) => code).filter((code) => !elsewhere.includes(code));
      });
      return said;
    };
    const [narrow, wide] = [await saidAt(390), await saidAt(1280)];
    expect(narrow).toEqual(wide);
    const codes = ["deaths-beside", "outside-published", "published-instead"];
    expect(narrow.flat()).toEqual(expect.arrayContaining(codes));
  },
);

/** Returns the style of a text; the colours of both classes count as one style. */
function styleOf({ size, weight, colour }: Awaited<ReturnType<typeof texts>>[number]): string {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  const isOfClass = Math.max(red, green, blue) - Math.min(red, green, blue) > 60;
  return `${size} ${weight} ${isOfClass ? "class" : colour}`;
}

test.runIf(isWhole)(
  "Everything that is pressed on the first screen is 44 pixels high, a row of a phone 58 and all of it",
  async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 320, height: 844 });
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const targets = page.locator(
        ".compare :is(button:not(.opener), a, summary, .row, .unreported .opener):visible",
      );
      const small = () =>
        targets.evaluateAll((all) =>
          all
            .map((element) => {
              const { height, width } = element.getBoundingClientRect();
              const least = element.matches(".row") && innerWidth < 768 ? 58 : 44;
              return { name: element.textContent?.slice(0, 20), height, width, least };
            })
            .filter(({ height, width, least }) => height < least - 0.5 || width < 30),
        );
      await expect.poll(small, { message: `${width}` }).toEqual([]);
      // A row is pressed anywhere: at its name, on its bar, and at its number.
      for (const part of [".name", ".strip", ".number"]) {
        const target = rowOf(page, "crs-3").locator(part).first();
        // The button of the row covers its parts, so the press is forced; a forced press does not wait until the page
        // stands still.
        await target.scrollIntoViewIfNeeded();
        await (await target.elementHandle())?.waitForElementState("stable");
        await target.click({ force: true });
        await panel(page).waitFor();
        await closePanel(page);
      }
    }
  },
);

test.runIf(isWhole)(
  "A small frame shows the verdict, how sure it is, and response whole with all apheresed, without scrolling",
  async ({ openHostPage }) => {
    const frames = [
      { width: 360, height: 480 },
      { width: 320, height: 600 },
    ];
    const body = frames.map(({ width, height }) =>
      bareFrame(`width="${width}" height="${height}" style="border:0"`),
    );
    const { page } = await openHostPage({ body: body.join(""), width: 900, height: 1200 });
    for (const [index, { height }] of frames.entries()) {
      const frame = page.frameLocator("iframe").nth(index);
      await frame.locator("[data-outcome]").first().waitFor();
      const parts = [
        frame.getByRole("heading", { level: 2 }),
        frame.getByText(/certainty:/),
        frame.locator("[data-outcome=orr]"),
      ];
      for (const part of parts) expect(await bottomOf(part)).toBeLessThanOrEqual(height);
    }
  },
);

test.runIf(isWhole)(
  "The question stays in sight wherever one has scrolled to, and never covers what the keyboard is on; the answer is printed on one page, with its question and without controls",
  async ({ openWidget }) => {
    const { page } = await openWidget("/embed?lines=2", { width: 1280, height: 800 });
    for (const part of [0, 0.5, 1]) {
      await page.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), part);
      for (const name of openers) {
        expect(await topOf(opener(page, name))).toBeGreaterThanOrEqual(0);
        expect(await bottomOf(opener(page, name))).toBeLessThanOrEqual(800);
      }
    }
    await page.setViewportSize(phone);
    const edge = await bottomOf(page.getByRole("group", { name: "Question" }));
    for (const row of await rows(page).all()) {
      await toggle(row).focus();
      expect(await topOf(toggle(row)), await row.innerText()).toBeGreaterThanOrEqual(edge - 1);
    }

    await page.emulateMedia({ media: "print" });
    expect(await question(page).innerText()).toMatch(/2 prior lines/);
    expect(await opener(page, "My patient").isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Survival" }).isVisible()).toBe(false);
    const paper = await page.pdf({ format: "A4", margin: { top: "1cm", bottom: "1cm" } });
    expect(countSheets(paper)).toBe(1);
    // The text fills three quarters of a page: A4 with margins of 1 cm is 718 by 1,047 pixels.
    await page.goto("/embed");
    await page.setViewportSize({ width: 718, height: 1047 });
    expect(await bottomOf(page.getByText(/^Version /))).toBeLessThanOrEqual(785);
  },
);

function topOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => element.getBoundingClientRect().top);
}

function bottomOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => element.getBoundingClientRect().bottom);
}

test("With the keyboard only the buttons of the question come first, each with a visible focus; Tab stays in the sheet, and Escape, Close and a choice give the focus back", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const queries = recordedQueries(page);
  for (const name of openers) {
    await page.keyboard.press("Tab");
    expect(await hasFocus(opener(page, name)), name).toBe(true);
    const outline = await outlineOfFocus(page);
    expect(outline.style).not.toBe("none");
    expect(outline.width).toBeGreaterThanOrEqual(2);
  }
  await page.keyboard.press("Shift+Tab");
  const sheet = page.getByRole("dialog", { name: "Change the question" });
  const open = async () => {
    expect(await hasFocus(opener(page, "Question"))).toBe(true);
    await page.keyboard.press("Enter");
    await sheet.getByRole("group").first().waitFor();
  };
  await open();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await open();
  if (!/^Close/.test(await focused(page))) await tabTo(page, /^Close/);
  await page.keyboard.press("Space");
  await sheet.waitFor({ state: "hidden" });
  await open();
  const visited: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    visited.push(await focused(page));
  }
  expect(new Set(visited).size).toBeGreaterThan(20);
  expect(visited.filter((name) => /^(3\+ prior lines|Patient|Response)/.test(name))).toEqual([]);
  expect(queries).toEqual([]);
  await tabTo(page, /^Any\s*\d+ trials/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Show \(\d/);
  await page.keyboard.press("Enter");
  await sheet.waitFor({ state: "hidden" });
  await expectToShow(page, await answerTo("lines=any"));
  expect(await question(page).innerText()).toContain("Any prior lines");
  expect(await hasFocus(opener(page, "Question"))).toBe(true);
});

function outlineOfFocus(page: Page) {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active) throw new Error("nothing has the focus");
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    return { style: outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
}

test.runIf(isWhole)(
  "The range form, with the keyboard only, refuses what is not a range, says why at the field, asks nobody, and takes a correction",
  async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const queries = recordedQueries(page);
    await tabTo(page, /prior lines/);
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    const form = sheet.getByRole("form", { name: /^Median age/ });
    const [from, to] = [form.getByLabel("from"), form.getByLabel("to", { exact: true })];
    const alert = sheet.getByRole("alert").filter({ hasText: /number/ });
    const type = async (low: string, high: string) => {
      for (const [field, text] of [
        [/^from/, low],
        [/^to/, high],
      ] as const) {
        await tabTo(page, field);
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.type(text);
      }
      expect([await from.inputValue(), await to.inputValue()]).toEqual([low, high]);
      await page.keyboard.press("Enter");
    };
    await type("66", "64");
    await alert.waitFor();
    expect(await from.getAttribute("aria-invalid")).toBe("true");
    const description = await from.evaluate((input) => {
      const root = input.getRootNode() as ShadowRoot;
      return root.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent;
    });
    expect(description).toBe(await alert.innerText());
    expect(queries).toEqual([]);
    await expectToShow(page, await answerTo(""));

    await type("60", "65");
    await expectToShow(page, await answerTo("age=60-65"));
    expect(queries).toEqual(["age=60-65"]);
    await expect.poll(() => question(page).innerText()).toContain("60–65");
  },
);
