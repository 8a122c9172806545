/** Where a copy without a server has what an installation has at an address: in its files, or made by its script. */
import { escapeHtml } from "#presentation/screen/escape-html.ts";

/** Stands for the installation that a copy answers for. Nothing is ever asked there. */
export const installation = "https://copy.invalid";

/** What a copy is, as the export writes it into its script. */
export interface Copy {
  /** In a single file its script makes every page. */
  isSingle: boolean;
  dataVersion: string;
  dataDate: string;
  /** The address of an installation that is asked for withdrawn data; `null`: nobody is asked. */
  recallFrom: string | null;
  /** What each page says at its end: that it is a copy, and of when. */
  line: string;
}

type Layout = Pick<Copy, "isSingle" | "dataDate" | "recallFrom">;

/** What only a server or a health record can use, or what names an address that is the same for everybody. */
const outside = /^\/(?:build|launch|oembed|manifest\.webmanifest|v1\/(?:widget|element)\.js)$/;

const constant = /^\/v1\/(?:dataset|(?:changes|cohorts|outcomes|products|published)(?:\/[\w-]+)?)$/;

/**
 * Relative to the folder of the copy; `null` if a copy has nothing there.
 *
 * @param address without the installation: `/report?setting=late#studies`
 */
export function placeOf(address: string, layout: Layout): string | null {
  const { isSingle, dataDate, recallFrom } = layout;
  const { pathname, search, hash } = new URL(address, installation);
  if (outside.test(pathname)) return recallFrom === null ? null : recallFrom + address;
  // Links name the date of the data, which a copy has one of.
  const pairs = search.slice(1).split("&");
  const query = pairs.filter((pair) => pair !== `data=${dataDate}`).join("&");
  const own = query && `?${query}`;
  if (pathname === "/embed") return isSingle ? own || "?" : `embed.html${own}`;
  if (pathname === "/") return isSingle ? "?" : `index.html${hash}`;
  const file = isSingle ? null : fileOf(pathname, query);
  return `${file ?? madeAt([pathname, query].filter(Boolean).join("&"), layout)}${hash}`;
}

/** The page that its script makes; first what is asked, as a form can send it, too. */
const madeAt = (asked: string, { isSingle }: Layout) => `${isSingle ? "" : "made.html"}?${asked}`;

/** What is the same for everybody. */
function fileOf(pathname: string, query: string): string | null {
  const [, region] = /^region=(\w+)$/.exec(query) ?? [];
  if (pathname === "/products" && region) return `products-${region}.html`;
  const path = pathname.slice(1);
  if (query !== "") return null;
  if (/\.\w+$/.test(path)) return path;
  if (/^v1\/cohorts\/./.test(path) || !path.startsWith("v1/")) return `${path}.html`;
  return constant.test(pathname) ? `${path}.json` : null;
}

/** What a page of a copy is asked to make, as at an installation; `null` if it is a page by itself. */
export function askedIn(search: string): string | null {
  const [path = ""] = new URLSearchParams(search).keys();
  const rest = search.slice(1).split("&").slice(1).join("&");
  return path.startsWith("/") ? `${path}${rest && `?${rest}`}` : null;
}

const addressed = new RegExp(` (href|src)="(?:${installation})?(/[^"]*)"`, "g");

/**
 * A page of an installation as a page of a copy. What a copy lacks is taken out where it is an item of a
 * list; elsewhere its words stay, and lead nowhere.
 *
 * @param up leads from the folder of the page to that of the copy
 */
export function inCopy(html: string, copy: Copy, up = ""): string {
  const lacks = (href: string) => placeOf(unescaped(href), copy) === null;
  return html
    .replace(
      /<form([^>]*) action="(\/[^"?]*)"([^>]*)>/g,
      (_, before, path, after) =>
        `<form${before} action="${up}${copy.isSingle ? "" : "made.html"}"${after}><input type="hidden" name="${path}" value="">`,
    )
    .replace(/<li(?: [^>]*)?><a [^>]*?href="(\/[^"]*)"[\s\S]*?<\/li>/g, (item, href) =>
      lacks(href) ? "" : item,
    )
    .replace(/<a [^>]*?href="(\/[^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (link, href, text) =>
      lacks(href) ? text : link,
    )
    .replace(addressed, (all, name, address) => {
      const place = placeOf(unescaped(address), copy);
      return place === null ? all : ` ${name}="${escapeHtml(relative(place, up))}"`;
    })
    .replace(
      /(?=<\/footer>\s*<\/body>|<\/main>\s*<\/body>)/,
      () => `<p role="note">${escapeHtml(copy.line)}</p>`,
    );
}

const relative = (place: string, up: string) => (/^https?:/.test(place) ? place : up + place);

const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");

const named = new RegExp(`${installation}((?:/[^\\s<>"]*[^\\s<>".,;)])?)`, "g");

/** Addresses of the installation that a text names, as those of the copy. */
export function withPlaces(text: string, copy: Copy, home: string): string {
  // What is copied or cited goes on naming its data.
  const layout = { ...copy, dataDate: "" };
  return text.replace(named, (_, address: string) => {
    const place = placeOf(address || "/", layout) ?? "?";
    const { href, protocol, pathname, search, hash } = new URL(place, home);
    // The folders of a reader are nobody's business.
    const name = pathname.slice(pathname.lastIndexOf("/") + 1);
    return protocol === "file:" ? `${name}${search}${hash}` : href;
  });
}
