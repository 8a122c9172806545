/**
 * The table of the site: one line a page. The app mounts them, the build writes those that never
 * change within a release and says which the service worker keeps, the navigation names some, and
 * the test of headers asks for all.
 */
import type { Profile } from "./http/headers.ts";

export interface Page {
  path: string;
  /**
   * The folder in `pages/` that makes it, in the build. Without a route of its own it is served as it
   * was built.
   */
  built?: string;
  /** Its file below `dist/`, if that is not called as the folder. */
  file?: string;
  /** Whose headers it is sent with, if not those of `page`. */
  profile?: Profile;
  /** Its name in the navigation, which has the order of this table. */
  navigation?: string;
  /** Whether a device keeps it, to show it without a connection. */
  offline?: true;
}

const table = [
  { path: "/", navigation: "compare", offline: true },
  { path: "/embed", profile: "embed" },
  {
    path: "/embed/kept",
    built: "kept",
    file: "/kept/shell.html",
    profile: "embed",
    offline: true,
  },
  { path: "/offline", built: "kept", file: "/kept/missing.html", offline: true },
  { path: "/withdrawn", built: "kept", file: "/kept/withdrawn.html", offline: true },
  { path: "/report", profile: "report", navigation: "report", offline: true },
  { path: "/products", built: "products", navigation: "products", offline: true },
  { path: "/methods", built: "methods", navigation: "methods", offline: true },
  { path: "/about", navigation: "about", offline: true },
  { path: "/docs", navigation: "api" },
  { path: "/changes", built: "changes", offline: true },
  { path: "/glossary", built: "glossary", offline: true },
  { path: "/launch", profile: "launch" },
] as const satisfies readonly Page[];

export const pages: readonly Page[] = table;

/** The pages that the navigation names, in its order. */
export const navigation = table.filter((page) => "navigation" in page);

export type NavigationName = (typeof navigation)[number]["navigation"];
