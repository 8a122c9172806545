/** The words that are drawn at first, in English. */
import type { DrawnWords } from "../contract/screen.ts";
import { drawn } from "../english/drawn.ts";
import { inRegion, readTag } from "../tag.ts";

export { drawn as usualDrawn };

const made = new Map<string, DrawnWords>();

/**
 * With the dates of the region of an English tag: words and number formats never come from different
 * languages. The same object for the same tag, because a new object would cause a new render.
 */
export function drawnFor(tag: string): DrawnWords {
  const { language, region } = readTag(tag);
  if (region === undefined || language !== drawn.language) return drawn;
  const known = made.get(region) ?? inRegion(drawn, region);
  made.set(region, known);
  return known;
}
