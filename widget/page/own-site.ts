/**
 * For our own pages: the HTML contains the element with its styles and its answer, and the address
 * may be changed.
 */
import { hydrate, type VNode } from "preact";
import { parameterNames } from "#core/question/parameter-names.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import { part } from "../answers/load-part.ts";
import { loadLater } from "../answers/local-source.ts";
import { orderedQuery } from "../answers/ordered-query.ts";
import { tellHeight } from "./framed-page.ts";
import { keepOffline } from "./keep-offline.ts";
import { siteOf } from "./site-of.ts";
import { spareNothing } from "./spares-data.ts";
import { isOurPage, isStandalone, pushQuestion, questionOfPage } from "./standalone-page.ts";
import { setSurroundings } from "./surroundings.ts";

const site = siteOf(import.meta.url);

keepOffline();
fromAddress(document.querySelector("myeloma-compare[data-kept]"));

setSurroundings({
  styles: servedStyles(),
  served,
  viewMaker: part(async () => (await import("../answers/view-maker.ts")).viewMaker),
  ...(isStandalone(site) ? { follow: followHistory, pushQuestion } : {}),
  ...(isOurPage(site) && window.parent !== window
    ? { follow: (_element, onFit) => tellHeight(onFit), recordSystems: recordSystems() }
    : {}),
});

/**
 * A page that was kept on this device is the same for every question. The address has the question,
 * and the element answers it here.
 */
function fromAddress(kept: Element | null): void {
  const given = new URLSearchParams(location.search);
  for (const name of [...parameterNames, "theme", "lang"]) {
    const value = given.get(name);
    if (value !== null) kept?.setAttribute(name, value);
  }
}

/**
 * The styles in the HTML apply by themselves. They are needed here only if the element has no
 * shadow root, in browsers that do not support `shadowrootmode` and leave the template as it is.
 */
function servedStyles(): string {
  const element = document.querySelector("myeloma-compare");
  const place = element?.shadowRoot ?? element?.querySelector("template")?.content;
  return place?.querySelector("style")?.textContent ?? "";
}

/** As the server says them. */
function recordSystems(): string | undefined {
  const said = document.querySelector("myeloma-compare")?.getAttribute("data-record-systems");
  if (said) spareNothing();
  return said ?? undefined;
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
    async hydrate(content: () => VNode | null) {
      if (view?.later) await loadLater();
      const drawn = content();
      if (drawn) hydrate(drawn, root);
    },
  };
}

function ofAttributes(element: Element): [string, string][] {
  return [...element.attributes].map(({ name, value }) => [name, value]);
}

/**
 * Going back to the first address asks the first question again, because the address may have been longer than
 * the question.
 */
function followHistory(element: Element & { query: string | null }): () => void {
  const { search } = location;
  const first = element.query || orderedQuery(new URLSearchParams(ofAttributes(element)));
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
    "headline" in value &&
    "chips" in value
  );
}
