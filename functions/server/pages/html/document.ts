/**
 * The HTML around a page. Nothing is inline except style blocks, whose hashes are in the Content
 * Security Policy.
 */
import { pageStyles } from "#generated/styles.ts";
import type { Theme } from "#presentation/embed/appearance.ts";
import { palettes } from "#presentation/svg/palette.ts";
import { escapeHtml } from "#presentation/words/escape-html.ts";
import { type Sharing, socialImage } from "./sharing.ts";
import { siteName } from "./site-name.ts";

/** A built script, as pages refer to it. */
export interface Asset {
  href: string;
  /** Subresource Integrity hash of the file. */
  integrity: string;
}

export interface DocumentParts {
  title: string;
  description: string;
  /** The modules to load, in this order. */
  scripts?: readonly Asset[];
  /**
   * Styles in addition to those of every page. Their hash must be in the Content Security Policy.
   */
  styles?: string;
  /** Default: the theme of the reader's system. */
  theme?: Theme;
  /** Only for pages that can be shared and installed on a phone. */
  sharing?: Sharing;
  body: string;
}

export function htmlDocument({
  title,
  description,
  scripts = [],
  styles,
  theme = "system",
  sharing,
  body,
}: DocumentParts): string {
  const chosen = pageScheme(theme);
  return `<!doctype html>
<html lang="en"${chosen ? ` data-theme="${chosen}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${chosen ?? "light dark"}">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${sharing ? `${installTags(chosen)}\n${sharingTags(sharing)}\n` : ""}${scripts.map(({ href, integrity }) => `<script type="module" src="${href}" integrity="${integrity}" crossorigin></script>`).join("\n")}
<style>${pageStyles}</style>${styles ? `\n<style>${styles}</style>` : ""}
</head>
<body>
${body}
</body>
</html>
`;
}

/** A frame cannot see the page around it, so without a theme it is light; `null` for the system's. */
function pageScheme(theme: Theme): "light" | "dark" | null {
  if (theme === "system") return null;
  return theme === "auto" ? "light" : theme;
}

/** JSON inside a script element. `<` is escaped, so that it cannot start a tag. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

export function htmlResponse(html: string, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(html, { ...init, headers });
}

/** The colour of the browser's toolbar is that of the page. */
function themeColours(chosen: "light" | "dark" | null): string {
  if (chosen) return `<meta name="theme-color" content="${palettes[chosen].paper}">`;
  return (["light", "dark"] as const)
    .map(
      (scheme) =>
        `<meta name="theme-color" content="${palettes[scheme].paper}" media="(prefers-color-scheme: ${scheme})">`,
    )
    .join("\n");
}

function installTags(chosen: "light" | "dark" | null): string {
  return [
    themeColours(chosen),
    '<link rel="manifest" href="/manifest.webmanifest">',
    '<link rel="apple-touch-icon" href="/assets/icon-touch-180.png">',
  ].join("\n");
}

function sharingTags({ url, title, description, image, oembed }: Sharing): string {
  // `property` is used by Open Graph (RDFa), and `name` by Twitter cards, which use the Open Graph
  // tags for everything else.
  const properties = [
    ["og:type", "website"],
    ["og:site_name", siteName],
    ["og:url", url],
    ["og:title", title],
    ["og:description", description],
    ["og:image", image],
    ["og:image:type", "image/png"],
    ["og:image:width", String(socialImage.width)],
    ["og:image:height", String(socialImage.height)],
    ["og:image:alt", socialImage.alt],
  ].map(([name, content]) => `<meta property="${name}" content="${escapeHtml(content ?? "")}">`);
  const discovery = oembed
    ? [
        `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(oembed)}" title="${escapeHtml(title)}">`,
      ]
    : [];
  return [
    ...properties,
    '<meta name="twitter:card" content="summary_large_image">',
    ...discovery,
  ].join("\n");
}
