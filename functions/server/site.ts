/**
 * The table of the site: one line a page. The app mounts them, the build writes those that never
 * change within a release and says which the service worker keeps, the navigation names some, and
 * the test of headers asks for all.
 */
import type { Profile } from "./http/headers.ts";

export const siteName = "Myeloma Compare";

/** Under what the code and the figures may be used, and what a visit leaves behind. */
export const siteTerms =
  "source code under Apache-2.0; the figures belong to their publications. No cookies, no analytics, nothing from other sites.";

export interface Page {
  path: string;
  /**
   * The folder in `pages/` that makes it, in the build. Without a route of its own it is served as it
   * was built.
   */
  built?: string;
  /** Its file below `dist/`, if that is not called as the address. */
  file?: string;
  /** It is sent with these headers, by default those of `page`. */
  profile?: Profile;
  /** Its name in navigation, links and titles. */
  title?: string;
  /** The frame of every page leads to it in this place, in the order of this table. */
  place?: "head" | "foot";
  /** A device has it without a connection in this way: the app answers there, or the file is kept. */
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
  { path: "/about", title: "About", place: "foot" },
] as const satisfies readonly Page[];

export const pages: readonly Page[] = table;

/** The pages that have a title, by which others lead to them. */
export const named = table.filter((page) => "title" in page);

/** Describes the key of a page in the code: its address without the slash, empty for the first page. */
export type PageName = NameOf<(typeof named)[number]["path"]>;

type NameOf<Path> = Path extends `/${infer Name}` ? Name : never;
