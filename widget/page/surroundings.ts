/**
 * What the page around an element brings along. Each entry says it before an element is made, so that the
 * script for pages of other sites holds nothing that only our own pages do, and the other way round.
 */
import type { CompareView } from "#presentation/view/compare-view.ts";

/** Where the server drew the view; what it drew is `null` when that was damaged on its way. */
interface Served {
  root: HTMLElement;
  view: CompareView | null;
}

export interface Surroundings {
  /** Of the first view. */
  styles: string;
  served?(element: Element): Served | null;
  /** Asks again when the reader goes back; returns what ends it. */
  followHistory?(query: string, ask: (query: string) => void): () => void;
  pushQuestion?(query: string): void;
  /** Whether the height of the page is ours to tell a page around it. */
  tellsHeight?: boolean;
}

export let surroundings: Surroundings = { styles: "" };

export function setSurroundings(given: Surroundings): void {
  surroundings = given;
}
