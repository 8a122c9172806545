/**
 * For our own pages: the HTML contains the element with its styles and its answer, and the address
 * may be changed.
 */
import { hydrate, type VNode } from "preact";
import type { CompareView } from "#presentation/view/compare-view.ts";
import { part } from "../answers/load-part.ts";
import { loadLater } from "../answers/local-source.ts";
import { siteOf } from "./site-of.ts";
import { isOurPage, isStandalone, pushQuestion, questionOfPage } from "./standalone-page.ts";
import { setSurroundings } from "./surroundings.ts";

const site = siteOf(import.meta.url);

setSurroundings({
  styles: servedStyles(),
  served,
  viewMaker: part(async (language) =>
    (await import("../answers/view-maker.ts")).viewMaker(language),
  ),
  ...(isStandalone(site) ? { followHistory, pushQuestion } : {}),
  tellsHeight: isOurPage(site),
});

/**
 * The styles in the HTML apply by themselves. They are needed here only if the element has no
 * shadow root, in browsers that do not support `shadowrootmode` and leave the template as it is.
 */
function servedStyles(): string {
  const element = document.querySelector("myeloma-compare");
  const place = element?.shadowRoot ?? element?.querySelector("template")?.content;
  return place?.querySelector("style")?.textContent ?? "";
}

/** The view that the server rendered, so that the first paint needs no request. */
function served(element: Element) {
  const root = element.shadowRoot?.querySelector<HTMLElement>(".root");
  if (!root) return null;
  const text = element.querySelector('script[type="application/json"]')?.textContent;
  const view = text ? parsedView(text) : null;
  if (!view) root.replaceChildren();
  return {
    root,
    view,
    async hydrate(language: string, content: () => VNode | null) {
      if (view?.later) await loadLater(language);
      const drawn = content();
      if (drawn) hydrate(drawn, root);
    },
  };
}

/**
 * Going back to the first address asks `query` again, because the address may have been longer than
 * the question.
 */
function followHistory(query: string, ask: (query: string) => void): () => void {
  const { search } = location;
  const follow = () => ask(location.search === search ? query : questionOfPage());
  addEventListener("popstate", follow);
  return () => removeEventListener("popstate", follow);
}

/** The embedded view, or `null` if the page was damaged; the edge is then asked instead. */
function parsedView(text: string): CompareView | null {
  try {
    const view: unknown = JSON.parse(text);
    return isView(view) ? view : null;
  } catch {
    return null;
  }
}

function isView(value: unknown): value is CompareView {
  return (
    typeof value === "object" &&
    value !== null &&
    "rows" in value &&
    Array.isArray(value.rows) &&
    "headline" in value &&
    "chips" in value
  );
}
