/** The back button on our own page; elsewhere the address belongs to the host. */
import type { MyelomaCompare, Told } from "../element.tsx";

/** Parameters for the look of the page. They are not part of the question and are kept. */
const look = ["theme", "lang"] as const;

/** Each question has an address. Going back asks it again; the first one may have been longer. */
export function followHistory(element: MyelomaCompare): void {
  const { search } = location;
  const first = element.query;
  element.addEventListener("myeloma-compare-change", (event) => {
    const { detail } = event as CustomEvent<Told["change"]>;
    pushQuestion(detail.query);
  });
  addEventListener("popstate", () => {
    element.query = location.search === search ? first : questionIn(location.search);
  });
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
  try {
    history.pushState(null, "", search ? `?${search}` : location.pathname);
  } catch {
    // The browser allows no more entries (Safari: about a hundred). The answer is more important.
  }
}
