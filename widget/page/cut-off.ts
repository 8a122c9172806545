/**
 * Whether an element, or something around it, clips what overflows it without scrolling itself, as cards
 * with round corners do: nothing inside can then stick to the edge of the screen.
 */
export function isCutOff(element: Element): boolean {
  for (let node: Node | null = element; node instanceof Element; node = parentOf(node)) {
    // What the page itself does with its overflow, the browser applies to the screen.
    if (node === document.body || node === document.documentElement) return false;
    const { overflowY } = getComputedStyle(node);
    const clips = overflowY === "hidden" || overflowY === "auto" || overflowY === "scroll";
    if (clips && node.scrollHeight <= node.clientHeight) return true;
  }
  return false;
}

/** Out of a shadow root and into its host. */
function parentOf(node: Node): Node | null {
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;
}
