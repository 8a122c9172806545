/** Holds the environment of the element: the installation that its script came from. */
import { loadModule, site } from "./site.ts";

/** The build inserts the address of the script that makes the view of a patient. */
declare const PATIENT_VIEW: string;

export interface Surroundings {
  /** Holds the address of the installation that the script came from, which may have a base path. */
  site: string;
  /** True on pages of the installation itself, which have no foreign script. */
  isOwnPage: boolean;
  /** Loads the module that makes the view of a patient; rejects if it cannot be loaded. */
  loadPatientView: () => Promise<typeof import("../patient-view.ts")>;
}

/** Matches the paths of the pages of an installation that draw the element: the home page and `/embed`. */
const ownPages = /^\/(?:embed)?$/;

export const surroundings: Surroundings = {
  site,
  isOwnPage:
    typeof location !== "undefined" &&
    `${location.origin}${location.pathname}`.startsWith(`${site}/`) &&
    ownPages.test(`${location.origin}${location.pathname}`.slice(site.length)),
  loadPatientView: () => loadModule(PATIENT_VIEW),
};
