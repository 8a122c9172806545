/** Translates addresses within a copy: an installation has `/report?…`, a copy has `copy.html#/report?…`. */
import { originPlaceholder } from "#presentation/words/html.ts";

/**
 * Returns the address of a copy, which replaces that of an installation. A local file has only its name, so that the
 * names of the reader's folders are not disclosed.
 */
export function makeCopyBaseAddress({
  href,
  pathname,
  protocol,
}: Pick<URL, "href" | "pathname" | "protocol">) {
  const [whole] = href.split("#");
  return `${protocol === "file:" ? pathname.slice(pathname.lastIndexOf("/") + 1) : whole}#`;
}

export interface CopyAddress {
  pathname: string;
  /** Holds the address with its question, as a request to an installation has it. */
  path: string;
  question: string;
  /** Names the place on the page by its id; empty for its beginning. */
  id: string;
}

/** A copy begins with the page of the element. */
export const firstPath = "/embed";

/**
 * Parses the part after the address of a copy, as in `#/report?lines=3%2B#compared`; without one it is the first
 * page.
 *
 * @param fragment The part after the address of a copy: `#/report?lines=3%2B#compared`.
 */
export function parseCopyFragment(fragment: string): CopyAddress {
  const path = /^#\/./.test(fragment) ? fragment.slice(1) : firstPath;
  const { pathname, search, hash } = new URL(originPlaceholder + path);
  return { pathname, path: pathname + search, question: search.slice(1), id: hash.slice(1) };
}
