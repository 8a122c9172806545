/** The back button on our own page; elsewhere the address belongs to the host. */
import type { MyelomaCompare, Told } from "../element.tsx";
import { surroundings } from "./environment.ts";

/** Parameters for the look of the page. They are not part of the question and are kept. */
const look = ["theme", "lang"] as const;

/** Each question has an address. Going back asks it again; the first one may have been longer. */
export function followHistory(element: MyelomaCompare): void {
  const { search } = location;
  const first = element.query;
  let shown = search;
  element.addEventListener("myeloma-compare-change", (event) => {
    const { detail } = event as CustomEvent<Told["change"]>;
    pushQuestion(detail.query);
    shown = location.search;
  });
  addEventListener("popstate", () => {
    // An entry of the same question: what was opened over the answer is closed.
    if (location.search === shown) return;
    shown = location.search;
    element.query = shown === search ? first : questionIn(shown);
  });
}

/** The step back that closing took, until it has happened: an entry made before would be the one to go. */
let steppedBack = Promise.resolve();

/**
 * Gives what is opened over the answer an entry, so that the back button closes it. In pages of others, and
 * in frames, whose entries belong to the page around, it does nothing.
 *
 * @returns A function that ends it, and takes the entry away if it is the last one.
 */
export function backCloses(close: () => void): (() => void) | undefined {
  if (!surroundings.isOwnPage || window.parent !== window) return undefined;
  const entry = `opened ${performance.now()}`;
  let isOver = false;
  const follow = () => {
    if (history.state !== entry) close();
  };
  steppedBack.then(() => {
    if (isOver || !pushEntry(entry)) return;
    addEventListener("popstate", follow);
  });
  return () => {
    isOver = true;
    removeEventListener("popstate", follow);
    if (history.state !== entry) return;
    steppedBack = new Promise((resolve) => {
      addEventListener("popstate", () => resolve(), { once: true });
    });
    history.back();
  };
}

function questionIn(search: string): string {
  const given = new URLSearchParams(search);
  for (const name of look) given.delete(name);
  return given.toString();
}

function pushQuestion(query: string): void {
  const now = new URLSearchParams(location.search);
  const kept = look
    .filter((name) => now.has(name))
    .map((name) => `${name}=${encodeURIComponent(now.get(name) ?? "")}`);
  const search = [query, ...kept].filter(Boolean).join("&");
  pushEntry(null, search ? `?${search}` : location.pathname);
}

/** @param address By default that of the page. */
function pushEntry(state: string | null, address?: string): boolean {
  try {
    history.pushState(state, "", address);
    return true;
  } catch {
    // The browser allows no more entries (Safari: about a hundred). The answer is more important.
    return false;
  }
}
