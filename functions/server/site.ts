/**
 * Lists the pages of the site, one line each. The app mounts them, the build writes those that never change within a
 * release and marks those that the service worker stores, the navigation names some, and the test of headers requests
 * all.
 */
import type { Profile } from "./http/headers.ts";

export const siteName = "Myeloma Compare";

/** States the licence of the code and the figures, and what a visit leaves behind. */
export const siteTerms =
  "source code under Apache-2.0; the figures belong to their publications. No cookies, no analytics, nothing from other sites.";

export interface Page {
  path: string;
  /**
   * Names the folder in `pages/` whose code makes the page in the build. Without a route of its own, the page is served
   * as it was built.
   */
  built?: string;
  /** Names the file of the page below `dist/`, if its name differs from the address. */
  file?: string;
  /** The page is sent with the headers of this profile, by default those of `page`. */
  profile?: Profile;
  /** Names the page in navigation, links and titles. */
  title?: string;
  /** The frame of every page links to the page in this place, in the order of this table. */
  place?: "head" | "foot";
  /** States how a device shows the page without a connection: the app answers there, or the file is stored. */
  offline?: "app" | "file";
}

const table = [
  { path: "/", title: "Compare", offline: "app" },
  { path: "/embed", profile: "embed", offline: "app" },
  { path: "/offline", built: "offline-shell", file: "/kept/missing.html", offline: "file" },
  { path: "/withdrawn", built: "offline-shell", file: "/kept/withdrawn.html", offline: "file" },
  { path: "/report", profile: "report", title: "Report", place: "head", offline: "app" },
  { path: "/explore", profile: "form", title: "Explore", place: "head", offline: "app" },
  { path: "/products", built: "products", title: "Drugs", place: "head", offline: "file" },
  { path: "/methods", built: "methods", title: "Methods", place: "head" },
  { path: "/docs", title: "Docs", place: "head" },
  { path: "/changes", built: "changes", title: "What changed in the data", place: "foot" },
  { path: "/glossary", built: "glossary", title: "Glossary", place: "foot", offline: "file" },
  { path: "/build", profile: "builder", title: "Put it on your page", place: "foot" },
  { path: "/review", built: "review", title: "Check and sign", place: "foot" },
  { path: "/about", title: "About", place: "foot" },
] as const satisfies readonly Page[];

export const pages: readonly Page[] = table;

export const titledPages = table.filter((page) => "title" in page);

/** Names a page in the code: its address without the slash, empty for the home page. */
export type PageName = NameOf<(typeof titledPages)[number]["path"]>;

type NameOf<Path> = Path extends `/${infer Name}` ? Name : never;
