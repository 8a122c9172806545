/** The language of the page around an element, and the words that are drawn there. */
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { withDatesOf } from "#presentation/words/tag.ts";
import { drawn } from "#words/element.ts";

/** Its own `lang`, that of the nearest ancestor (across shadow roots), or the browser's. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node instanceof Element; node = parentOf(node)) {
    const named = node.getAttribute("lang");
    if (named) return named;
  }
  return navigator.language;
}

/** The parent node, or the host if the parent is a shadow root. */
function parentOf(node: Node): Node | null {
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;
}

const drawnBy = new Map<string, DrawnWords>();

/** The same object for the same tag, because a new one would cause a new render. */
export function drawnFor(tag: string): DrawnWords {
  const words = drawnBy.get(tag) ?? withDatesOf(tag, drawn);
  drawnBy.set(tag, words);
  return words;
}
