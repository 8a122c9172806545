/**
 * The environment of the element: its installation, and who answers its requests. The script of a copy without a
 * server says so before an element is created.
 */
import { site } from "./site.ts";

export interface Surroundings {
  /** Address of the installation that the script came from, which may have a base path. */
  site: string;
  /** A page of the installation itself: it has no script but ours. */
  isOwnPage: boolean;
  /** The function that answers: the network, or in a copy the app in the same page. */
  fetch: typeof fetch;
  /** States whether nobody confirms the answers: a copy has no service. */
  isCopy: boolean;
}

/** The pages of an installation that have the element. */
const ownPages = /^\/(?:embed)?$/;

export const surroundings: Surroundings = {
  site,
  isOwnPage:
    typeof location !== "undefined" &&
    `${location.origin}${location.pathname}`.startsWith(`${site}/`) &&
    ownPages.test(`${location.origin}${location.pathname}`.slice(site.length)),
  // `fetch` is looked up at each call, because a page may replace it.
  fetch: (...parameters) => fetch(...parameters),
  isCopy: false,
};
