import type { Locator } from "playwright-core";

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
