/** The back button on our own page; elsewhere the address belongs to the host. */
import { orderedQuery } from "../answers/ordered-query.ts";

const path = "/embed";

export function permalinkOf(site: string, query: string): string {
  return `${site}${path}${query && `?${query}`}`;
}

/** Parameters for the look of the page. They are not part of the question and are kept. */
const kept = ["theme", "lang"] as const;

/** Whether this document is our page `/embed`. */
export function isOurPage(site: string): boolean {
  return location.origin + location.pathname === site + path;
}

/** Whether our page `/embed` is the whole window, not a frame. */
export function isStandalone(site: string): boolean {
  return window.top === window && isOurPage(site);
}

/** Adds a history entry for this question and keeps the parameters of the look. */
export function pushQuestion(query: string): void {
  const now = new URLSearchParams(location.search);
  const look = kept
    .filter((name) => now.has(name))
    .map((name) => `${name}=${encodeURIComponent(now.get(name) ?? "")}`);
  const search = [query, ...look].filter(Boolean).join("&");
  try {
    history.pushState(null, "", search ? `?${search}` : location.pathname);
  } catch {
    // The browser allows no more entries (Safari: about a hundred). The answer is more important.
  }
}

/** The question in the address. */
export function questionOfPage(): string {
  return orderedQuery(new URLSearchParams(location.search));
}
