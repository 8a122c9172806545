/** Measures what is drawn: whether a page fits its screen, whether words overlap, and where the parts of rows lie. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Returns the boxes of elements, by one call to the browser. */
export function boxesOf(all: Locator): Promise<DOMRect[]> {
  return all.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect()));
}

/** Returns the edges of elements in whole pixels. */
export async function edgesOf(all: Locator) {
  return (await boxesOf(all)).map(({ left, right, top }) => ({
    left: Math.round(left),
    right: Math.round(right),
    top: Math.round(top),
  }));
}

/** Makes the letters of a page as large as a reader has set them. */
export async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((text) => {
    document.documentElement.style.fontSize = text;
  }, size);
}

/** Returns by how many pixels a page is wider than the screen. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Returns how many pixels a page is high, with what is below the screen. */
export function pageHeight(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

/** Returns how many sheets a printed page fills. */
export function countSheets(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Expects that nothing scrolls sideways, and that nothing is cut off inside a cell or an item. */
export async function expectToFit(page: Page): Promise<void> {
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  // Text that only a screen reader hears is one pixel wide.
  const cut = await page
    .locator("th, td, dd, li")
    .evaluateAll(
      (all) =>
        all.filter(
          (element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1,
        ).length,
    );
  expect(cut).toBe(0);
}

/** Expects that nothing scrolls sideways, and that no words of the element overlap or are cut off. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  expect(await textOverlaps(page.locator("myeloma-compare"))).toEqual([]);
}

/** Pairs of words that overlap, and words that are cut off at the side. */
export function textOverlaps(area: Locator): Promise<string[]> {
  return area.evaluate((element) => {
    const root = element.shadowRoot ?? element;
    const frame = element.getBoundingClientRect();
    const faults: string[] = [];
    const words: { text: string; rect: DOMRect; height: number; inBar: boolean }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      if (text === "" || !parent || ["STYLE", "SCRIPT"].includes(parent.tagName)) continue;
      if (element.tagName !== "DIALOG" && parent.closest("dialog")) continue;
      if (isHidden(parent) || !parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = shortenedTo(parent);
      // The ellipsis has a rectangle of its own over that of the text.
      for (const whole of [...range.getClientRects()].slice(0, box ? 1 : undefined)) {
        const rect = within(box, inSight(whole, parent));
        if (rect.width < 1 || rect.height < 1) continue;
        const inBar = parent.closest(".question") !== null;
        // A notice may cover other text, because it covers it completely and disappears again.
        if (!parent.closest("output")) {
          words.push({ text, rect, height: whole.height, inBar });
        }
        if (rect.right > frame.right + 1) faults.push(`cut off: ${text}`);
      }
    }
    for (const [index, a] of words.entries()) {
      for (const b of words.slice(index + 1)) {
        // The question covers the rows that scroll under it.
        if (a.inBar !== b.inBar) continue;
        const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
        const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
        const height = Math.min(a.height, b.height);
        // The boxes of neighbouring lines touch, but their letters do not.
        if (across > height / 16 && down > height / 2) {
          faults.push(
            `${a.text} over ${b.text} by ${across.toFixed(1)} of ${height.toFixed(0)} px`,
          );
        }
      }
    }
    return faults;

    /** Clips a box to its scroll container, because hidden parts cover nothing. */
    function inSight(rect: DOMRect, start: Element): DOMRect {
      const scrolls = (at: Element) => /auto|scroll/.test(getComputedStyle(at).overflowY);
      let at: Element | null = start;
      while (at && at !== element && !scrolls(at)) at = at.parentElement;
      if (!at || !scrolls(at)) return rect;
      const edge = at.getBoundingClientRect();
      const top = Math.max(rect.top, edge.top);
      const height = Math.max(0, Math.min(rect.bottom, edge.bottom) - top);
      const left = Math.max(rect.left, edge.left);
      const width = Math.max(0, Math.min(rect.right, edge.right) - left);
      return new DOMRect(left, top, width, height);
    }

    /** The box in which text is shortened by an ellipsis. */
    function shortenedTo(start: Element): DOMRect | null {
      let at: Element | null = start;
      while (at && at !== element && getComputedStyle(at).textOverflow !== "ellipsis") {
        at = at.parentElement;
      }
      return at && at !== element ? at.getBoundingClientRect() : null;
    }

    function within(box: DOMRect | null, rect: DOMRect): DOMRect {
      if (box === null) return rect;
      const left = Math.max(rect.left, box.left);
      return new DOMRect(left, rect.top, Math.min(rect.right, box.right) - left, rect.height);
    }

    /** Returns whether an element is not seen: clipped to nothing for screen readers only, or invisible. */
    function isHidden(start: Element): boolean {
      for (let at: Element | null = start; at; at = at.parentElement) {
        const { clipPath, visibility } = getComputedStyle(at);
        if (clipPath.startsWith("inset(50%") || visibility === "hidden") return true;
      }
      return false;
    }
  });
}

/**
 * @param area The element, or what is opened in it.
 * @returns A line for each fault, with its row; empty for a good page.
 */
export function rowFaults(area: Locator): Promise<string[]> {
  return area.evaluate((element) => {
    const root = element.shadowRoot ?? element;
    const faults: string[] = [];
    const isDialog = element.tagName === "DIALOG";
    const all = (selector: string, within: Element | DocumentFragment = root) =>
      [...within.querySelectorAll(selector)].filter(
        (node) => node.checkVisibility() && (isDialog || !node.closest("dialog")),
      );
    const boxOf = (node: Element) => node.getBoundingClientRect();
    const textOf = (node: Element) => (node.textContent ?? "").replace(/\s+/g, " ").trim();

    const frame = boxOf(root.querySelector(".compare, .sheet-body") ?? element);
    for (const text of all(".row, .side, .plotted, .forest, .axis-head").flatMap(textsIn)) {
      const { left, right } = text.rect;
      if (left < frame.left - 0.5 || right > frame.right + 0.5) {
        faults.push(
          `runs out: ${text.words} by ${px(Math.max(frame.left - left, right - frame.right))}`,
        );
      }
    }

    for (const row of all(".row, .row-head, .plotted")) {
      // Each line of a list of drugs is a row of its own.
      if (row.querySelector(".plotted")) continue;
      const name = textOf(row.querySelector(".name, a, span") ?? row).split(".")[0];
      const fault = (what: string) => faults.push(`${name}: ${what}`);
      for (const strip of all("svg.strip", row)) stripFaults(strip, fault);
      for (const cell of all(".sides > *, .head > *", row)) {
        const { height, width } = boxOf(cell);
        const [within, across] = [boxOf(row).bottom + 0.5, boxOf(cell).bottom];
        if (width > 0 && height > 0 && across > within) fault(`${textOf(cell)} below its row`);
      }
    }
    for (const table of all(".table")) columnFaults(table);
    return [...new Set(faults)];

    /** Marks are whole, and each name lies beside everything else that is drawn. */
    function stripFaults(strip: Element, fault: (what: string) => void): void {
      const axis = boxOf(strip);
      const labels = all("text", strip);
      const shapes = all(".bar, .tail, .tick, .point, .bound", strip);
      // Words without room along the axis stand above it.
      const isNamedAbove = all(".above", strip.parentElement ?? strip).length > 0;
      if (labels.length + shapes.length === 0 && !isNamedAbove) fault("an empty strip");
      for (const mark of all(".point, .bound", strip)) {
        const { left, right, top, bottom } = boxOf(mark);
        const isWhole = left >= axis.left - 0.5 && right <= axis.right + 0.5;
        if (!isWhole) fault(`a mark is cut at ${px(left - axis.left)} of ${px(axis.width)}`);
        if (top < axis.top - 1 || bottom > axis.bottom + 1)
          fault("a mark is higher than its strip");
      }
      for (const [index, label] of labels.entries()) {
        const labelText = textOf(label);
        const { left, right } = boxOf(label);
        // A name may stand over the gap before the number, and where no number stands over its column.
        const line = strip.closest(".side") ?? strip;
        const end = line.querySelector(".number") ? axis.right + 12 : boxOf(line).right;
        if (left < axis.left - 0.5 || right > end) fault(`${labelText} leaves the axis`);
        for (const neighbour of [...shapes, ...labels.slice(index + 1)]) {
          const { left: from, right: to } = boxOf(neighbour);
          const by = Math.min(right, to) - Math.max(left, from);
          if (by > 0.5)
            fault(
              `${labelText} lies on ${textOf(neighbour) || neighbour.getAttribute("class")} by ${px(by)}`,
            );
        }
      }
    }

    /** A column that a table keeps free has something in it in at least one row. */
    function columnFaults(table: Element): void {
      const rows = all(".row", table);
      const free = rows.map((row) => {
        const ends = all(".number, .sure, .strip", row).map((node) => boxOf(node).right);
        return boxOf(row).right - Math.max(...ends);
      });
      if (free.length > 0 && Math.min(...free) > 24) {
        faults.push(`a column of ${px(Math.min(...free))} is empty`);
      }
    }

    function textsIn(node: Element): { words: string; rect: DOMRect }[] {
      const texts: { words: string; rect: DOMRect }[] = [];
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const words = (walker.currentNode.textContent ?? "").trim();
        if (words === "" || !parent?.checkVisibility() || parent.closest(".hidden")) continue;
        range.selectNodeContents(walker.currentNode);
        for (const rect of range.getClientRects()) texts.push({ words, rect });
      }
      return texts;
    }

    function px(value: number): string {
      return `${value.toFixed(1)} px`;
    }
  });
}
