/** What a page came with: the element with its styles and its answer, and a question in its address. */
import { hydrate, type VNode } from "preact";
import { parameterNames } from "#core/question/parameter-names.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import { drawn } from "#words/drawn.ts";
import { loadAfterFirstView } from "../answers/load-after-first-view.ts";
import { queryOfAttributes } from "../answers/ordered-query.ts";
import { questionOfPage } from "./standalone-page.ts";

/** A page kept on this device is the same for every question, which stands in the address. */
export function fromAddress(kept: Element | null): void {
  const given = new URLSearchParams(location.search);
  for (const name of [...parameterNames, "theme", "lang"]) {
    const value = given.get(name);
    if (value !== null) kept?.setAttribute(name, value);
  }
}

/** Needed only where the browser leaves the template as it is (no `shadowrootmode`). */
export function servedStyles(): string {
  const element = document.querySelector("myeloma-compare");
  const place = element?.shadowRoot ?? element?.querySelector("template")?.content;
  return place?.querySelector("style")?.textContent ?? "";
}

/** The view that the server rendered, so that the first paint needs no request. */
export function served(element: Element) {
  const root = element.shadowRoot?.querySelector<HTMLElement>(".root");
  if (!root) return null;
  const text = element.querySelector('script[type="application/json"]')?.textContent;
  const view = text ? parsedView(text) : null;
  if (!view) root.replaceChildren();
  return {
    root,
    view,
    async hydrate(content: () => VNode | null) {
      if (view?.byProduct) await productsAt(root);
      else if (view?.later) await loadAfterFirstView().catch(() => null);
      const drawn = content();
      if (drawn) hydrate(drawn, root);
    },
  };
}

/** Without their part of the script the products stay as the server drew them, which is said. */
async function productsAt(root: HTMLElement): Promise<void> {
  try {
    await (await loadAfterFirstView()).loadByProduct();
  } catch {
    const note = document.createElement("p");
    note.role = "alert";
    note.textContent = drawn.states.errorInside;
    root.insertBefore(note, root.firstChild);
    await new Promise<void>((back) => addEventListener("online", () => back(), { once: true }));
    note.remove();
    await productsAt(root);
  }
}

/** Going back asks the first question again: its address may have been longer than it. */
export function followHistory(element: Element & { query: string | null }): () => void {
  const { search } = location;
  const first = element.query || queryOfAttributes(element);
  const follow = () => {
    element.query = location.search === search ? first : questionOfPage();
  };
  addEventListener("popstate", follow);
  return () => removeEventListener("popstate", follow);
}

/** The embedded view, or `null` if the page was damaged; the edge is then asked instead. */
function parsedView(text: string): Statement | null {
  try {
    const view: unknown = JSON.parse(text);
    return isView(view) ? view : null;
  } catch {
    return null;
  }
}

function isView(value: unknown): value is Statement {
  return (
    typeof value === "object" &&
    value !== null &&
    "rows" in value &&
    Array.isArray(value.rows) &&
    "verdict" in value &&
    "chips" in value
  );
}
