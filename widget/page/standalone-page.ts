/**
 * The back button on our own page. Elsewhere the address belongs to the host: in a frame, and on pages
 * of other sites, nothing is ever pushed.
 */
import { orderedQuery } from "../answers/ordered-query.ts";

const path = "/embed";

export function permalinkOf(site: string, query: string): string {
  return `${site}${path}${query && `?${query}`}`;
}

/** How the page is shown: neither asked by nor changed with the question. */
const kept = ["theme", "lang"] as const;

/** Whether this document is our page `/embed`. */
export function isOurPage(site: string): boolean {
  return location.origin === site && location.pathname === path;
}

/** Whether the whole window is that. */
export function isStandalone(site: string): boolean {
  return window.top === window && isOurPage(site);
}

/** A new entry for this question; the look of the page stays as it was asked for. */
export function pushQuestion(query: string): void {
  const now = new URLSearchParams(location.search);
  const look = kept
    .filter((name) => now.has(name))
    .map((name) => `${name}=${encodeURIComponent(now.get(name) ?? "")}`);
  const search = [query, ...look].filter(Boolean).join("&");
  try {
    history.pushState(null, "", `${path}${search && `?${search}`}`);
  } catch {
    // A browser that allows no more entries, as Safari does after a hundred: the answer matters more.
  }
}

/** The question the address asks. */
export function questionOfPage(): string {
  return orderedQuery(new URLSearchParams(location.search));
}
