/** Addresses within a copy: what an installation has at `/report?…`, a copy has at `copy.html#/report?…`. */
import { originPlaceholder } from "#server/pages/html/origin-placeholder.ts";

/**
 * The address of a copy, in the place of that of an installation. Of a file only its name: the folders
 * of a reader are nobody's business.
 */
export function homeOf({ href, pathname, protocol }: Pick<URL, "href" | "pathname" | "protocol">) {
  const [whole] = href.split("#");
  return `${protocol === "file:" ? pathname.slice(pathname.lastIndexOf("/") + 1) : whole}#`;
}

export interface CopyAddress {
  pathname: string;
  /** The address with its question, as an installation is asked for it. */
  path: string;
  question: string;
  /** Id of the place on the page; empty for its beginning. */
  id: string;
}

/** The page with the element, which a copy begins with. */
export const firstPath = "/embed";

/** @param fragment what follows the address of a copy: `#/report?lines=3%2B#compared` */
export function addressIn(fragment: string): CopyAddress {
  const path = /^#\/./.test(fragment) ? fragment.slice(1) : firstPath;
  const { pathname, search, hash } = new URL(originPlaceholder + path);
  return { pathname, path: pathname + search, question: search.slice(1), id: hash.slice(1) };
}
