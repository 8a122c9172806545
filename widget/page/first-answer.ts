/** What a page of the installation came with: the element as HTML, and its answer. */
import type { Screen } from "#presentation/views/screen.ts";
import { has } from "../has.ts";

/** The view that the server rendered, so that the first paint needs no request. */
export interface Served {
  root: HTMLElement;
  /** `null` if the page was damaged; the service is then asked instead. */
  view: Screen | null;
}

export function served(element: Element): Served | null {
  const root = element.shadowRoot?.querySelector<HTMLElement>(".root");
  if (!root) return null;
  const text = element.querySelector('script[type="application/json"]')?.textContent;
  const view = text ? parsedView(text) : null;
  if (!view) root.replaceChildren();
  return { root, view };
}

function parsedView(text: string): Screen | null {
  try {
    const view: unknown = JSON.parse(text);
    return isView(view) ? view : null;
  } catch {
    return null;
  }
}

function isView(value: unknown): value is Screen {
  return has(value, "kind", "rows", "verdict", "question") && Array.isArray(value.rows);
}
