/** What a reader sees first, measured: on a phone, and in small frames of other pages. */
import type { Frame, Locator, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { opener, openers, question, rowNamed, rows, toggle } from "./support/screen.ts";

const phone = { width: 390, height: 844 };

/** Every text that is seen, with its size, colour and place. */
async function texts(area: Page | Frame) {
  return area.locator(".compare").evaluate((root) => {
    const found: { text: string; size: number; colour: string; bottom: number; left: number }[] =
      [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.textContent?.trim() ?? "";
      range.selectNodeContents(node);
      const { width, height, bottom, left } = range.getBoundingClientRect();
      const parent = node.parentElement;
      const isHeardOnly = parent?.closest(".hidden, .rate .range") ?? null;
      if (!parent?.checkVisibility() || text === "" || width < 2 || height < 2) continue;
      if (isHeardOnly && getComputedStyle(isHeardOnly).position === "absolute") continue;
      const { fontSize, color } = getComputedStyle(parent);
      found.push({ text, size: Number.parseFloat(fontSize), colour: color, bottom, left });
    }
    return found;
  });
}

const words = (all: readonly { text: string }[]) =>
  all.flatMap(({ text }) => text.split(/\s+/)).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** Each row says what its numbers rest on, by trial or product. */
const mostWords = { first: 240, all: 420 };

test("The first screen of a phone has few words, five sizes, four colours, and the first harms; the sizes are those of the reader, not of the host", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed", phone);
  const all = await texts(page);
  const first = all.filter(({ bottom, left }) => bottom <= phone.height && left < phone.width);
  expect(words(first)).toBeLessThanOrEqual(mostWords.first);
  expect(words(all)).toBeLessThanOrEqual(mostWords.all);
  expect(new Set(all.map(({ size }) => size))).toEqual(new Set([14, 16, 20, 24, 34]));
  // Ink, a muted ink, and those of the two classes.
  expect(new Set(all.map(({ colour }) => colour)).size).toBe(4);
  for (const label of ["Response", "Severe CRS", "ICANS"]) {
    const numbers = rowNamed(page, label).locator("strong").last();
    expect(await bottomOf(numbers), label).toBeLessThanOrEqual(phone.height);
  }
  // All seven outcomes follow within less than two screens.
  expect(await rows(page).count()).toBe(7);
  expect(await bottomOf(rows(page).last())).toBeLessThanOrEqual(1.55 * phone.height);

  const size = async (root: string) => {
    await page.evaluate((text) => {
      document.documentElement.style.fontSize = text;
    }, root);
    return Math.min(...(await texts(page)).map((text) => text.size));
  };
  expect(await size("62.5%")).toBe(14);
  expect(await size("32px")).toBe(28);
  await expectToFit(page, phone.width);
});

test("A small frame shows the verdict, how sure it is, and the first row, without scrolling", async ({
  openHostPage,
}) => {
  const sizes = [
    { width: 360, height: 480 },
    { width: 320, height: 600 },
  ];
  const src = `${inject("serverUrl")}/embed`;
  const frames = sizes.map(
    ({ width, height }) =>
      `<iframe src="${src}" width="${width}" height="${height}" style="border:0"></iframe>`,
  );
  const { page } = await openHostPage({ body: frames.join(""), width: 900, height: 1200 });
  for (const [index, { height }] of sizes.entries()) {
    const frame = page.frameLocator("iframe").nth(index);
    const row = frame.locator("[data-outcome]").first();
    await row.waitFor();
    const parts = [
      frame.getByRole("heading", { level: 2 }),
      frame.getByText(/certainty: /),
      row.getByText(/^\d+$/).first(),
      row.getByText(/^\d+$/).last(),
      row.getByText(/\d+ (more|fewer)/).first(),
    ];
    for (const part of parts) expect(await bottomOf(part)).toBeLessThanOrEqual(height);
  }
});

test("The question stays in sight wherever one has scrolled to, and never covers what the keyboard is on; the answer is printed on one page, with its question and without controls", async ({
  openWidget,
}) => {
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
  expect(await question(page).isVisible()).toBe(true);
  for (const name of openers) expect(await opener(page, name).isVisible()).toBe(false);
  expect(await page.getByRole("link", { name: "Survival" }).isVisible()).toBe(false);
  const paper = await page.pdf({ format: "A4", margin: { top: "1cm", bottom: "1cm" } });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

function topOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => element.getBoundingClientRect().top);
}

function bottomOf(locator: Locator): Promise<number> {
  return locator.evaluate((element) => element.getBoundingClientRect().bottom);
}
