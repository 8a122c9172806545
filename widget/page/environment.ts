/**
 * Holds the environment of the element: its installation, and the function that answers its requests. The script of a copy
 * without a server replaces these values before an element is created.
 */
import { loadModule, site } from "./site.ts";

/** The build inserts the address of the script that makes the view of a patient. */
declare const PATIENT_VIEW: string;

export interface Surroundings {
  /** Holds the address of the installation that the script came from, which may have a base path. */
  site: string;
  /** True on pages of the installation itself, which have no foreign script. */
  isOwnPage: boolean;
  /** Holds the function that answers: the network, or in a copy the app in the same page. */
  fetch: typeof fetch;
  /** Loads the module that makes the view of a patient; rejects if it cannot be loaded. */
  loadPatientView: () => Promise<typeof import("../patient-view.ts")>;
  /** True in a copy without a server, where no service confirms the answers. */
  isCopy: boolean;
}

/** Matches the paths of the pages of an installation that draw the element: the home page and `/embed`. */
const ownPages = /^\/(?:embed)?$/;

export const surroundings: Surroundings = {
  site,
  isOwnPage:
    typeof location !== "undefined" &&
    `${location.origin}${location.pathname}`.startsWith(`${site}/`) &&
    ownPages.test(`${location.origin}${location.pathname}`.slice(site.length)),
  // `fetch` is looked up at each call, because a page may replace it.
  fetch: (...parameters) => fetch(...parameters),
  loadPatientView: () => loadModule(PATIENT_VIEW),
  isCopy: false,
};
