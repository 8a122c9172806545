/** Our own pages: the HTML holds the element with its styles and its answer, and the address is ours. */
import type { CompareView } from "#presentation/view/compare-view.ts";
import { isOurPage, isStandalone, pushQuestion, questionOfPage } from "./standalone-page.ts";
import { setSurroundings } from "./surroundings.ts";

const site = new URL(import.meta.url).origin;

setSurroundings({
  styles: servedStyles(),
  served,
  ...(isStandalone(site) ? { followHistory, pushQuestion } : {}),
  tellsHeight: isOurPage(site),
});

/**
 * They apply where they stand. Only an element without a shadow root of its own takes them from there: in
 * browsers that do not know `shadowrootmode` and leave the template where it is.
 */
function servedStyles(): string {
  const element = document.querySelector("myeloma-compare");
  const place = element?.shadowRoot ?? element?.querySelector("template")?.content;
  return place?.querySelector("style")?.textContent ?? "";
}

/** The view the server rendered, so that the first paint asks nobody. */
function served(element: Element) {
  const root = element.shadowRoot?.querySelector<HTMLElement>(".root");
  if (!root) return null;
  const text = element.querySelector('script[type="application/json"]')?.textContent;
  return { root, view: text ? parsedView(text) : null };
}

/** The page's own address as it came may be longer than the question it asks. */
function followHistory(query: string, ask: (query: string) => void): () => void {
  const { search } = location;
  const follow = () => ask(location.search === search ? query : questionOfPage());
  addEventListener("popstate", follow);
  return () => removeEventListener("popstate", follow);
}

/** A page that was damaged on its way asks the edge instead. */
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
