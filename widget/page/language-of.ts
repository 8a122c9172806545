/** The language of the page around an element, and the words that are drawn there. */
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { withDatesOf } from "#presentation/words/tag.ts";
import { drawn } from "#words/drawn.ts";

/**
 * The language of the page around an element: the element's own `lang`, otherwise that of the
 * nearest ancestor (also across shadow roots), otherwise that of the browser.
 */
export function languageOf(element: Element): string {
  for (let place: Element | undefined = element; place; place = hostOf(place)) {
    const named = place.closest("[lang]")?.getAttribute("lang");
    if (named) return named;
  }
  return navigator.language;
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

const drawnBy = new Map<string, DrawnWords>();

/**
 * The words that are drawn, with the dates of the tag's region. The same object for the same tag,
 * because a new one would cause a new render.
 */
export function drawnFor(tag: string): DrawnWords {
  const words = drawnBy.get(tag) ?? withDatesOf(tag, drawn);
  drawnBy.set(tag, words);
  return words;
}
