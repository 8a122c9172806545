import { parentOf } from "./parent-of.ts";

/**
 * Whether an element or an ancestor clips its overflow without scrolling, as cards with round
 * corners do. Nothing inside can then stick to the edge of the screen.
 */
export function isCutOff(element: Element): boolean {
  for (let node: Node | null = element; node instanceof Element; node = parentOf(node)) {
    // The browser applies the overflow of these two to the viewport.
    if (node === document.body || node === document.documentElement) return false;
    const { overflowY } = getComputedStyle(node);
    const clips = overflowY === "hidden" || overflowY === "auto" || overflowY === "scroll";
    if (clips && node.scrollHeight <= node.clientHeight) return true;
  }
  return false;
}
