/**
 * Makes the HTML around a page. Nothing is inline except style blocks, whose hashes are in the Content Security Policy.
 */
import { pageStyles } from "#generated/styles.ts";
import type { Theme } from "#presentation/embed/snippets.ts";
import { palettes } from "#presentation/svg/palette.ts";
import { escapeHtml } from "#presentation/words/html.ts";
import { siteName } from "../../site.ts";
import { type Sharing, socialImage } from "./sharing.ts";

export interface Asset {
  href: string;
  /** Holds the Subresource Integrity hash of the file. */
  integrity: string;
}

export interface DocumentParts {
  title: string;
  description: string;
  /** The modules load in this order. */
  scripts?: readonly Asset[];
  /** Holds styles in addition to those of every page. Their hash must be in the Content Security Policy. */
  styles?: string;
  /** If absent, the page has the theme of the reader's system. */
  theme?: Theme;
  /** Only pages that can be shared and installed on a phone have these metadata. */
  sharing?: Sharing;
  body: string;
}

export function renderDocument({
  title,
  description,
  scripts = [],
  styles,
  theme = "system",
  sharing,
  body,
}: DocumentParts): string {
  const chosen = findFixedColourScheme(theme);
  return `<!doctype html>
<html lang="en"${chosen ? ` data-theme="${chosen}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${chosen ?? "light dark"}">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${sharing ? `${renderInstallTags(chosen)}\n${renderSharingTags(sharing)}\n` : ""}${scripts.map(({ href, integrity }) => `<script type="module" src="${href}" integrity="${integrity}" crossorigin></script>`).join("\n")}
<style>${pageStyles}</style>${styles ? `\n<style>${styles}</style>` : ""}
</head>
<body>
${body}
</body>
</html>
`;
}

/**
 * Returns the fixed colour scheme of a page; `null` follows the system. A frame cannot see the page around it, so
 * without a theme it is light.
 */
function findFixedColourScheme(theme: Theme): "light" | "dark" | null {
  if (theme === "system") return null;
  return theme === "auto" ? "light" : theme;
}

/** Writes JSON for a script element. `<` is escaped, so that no text can start a tag. */
export function renderScriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

export function respondWithHtml(html: string, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(html, { ...init, headers });
}

function renderInstallTags(chosenScheme: "light" | "dark" | null): string {
  const schemes = chosenScheme ? [chosenScheme] : (["light", "dark"] as const);
  return [
    // The colour of the browser's toolbar is that of the page.
    ...schemes.map((scheme) => {
      const media = chosenScheme ? "" : ` media="(prefers-color-scheme: ${scheme})"`;
      return `<meta name="theme-color" content="${palettes[scheme].paper}"${media}>`;
    }),
    '<link rel="manifest" href="/manifest.webmanifest">',
    '<link rel="apple-touch-icon" href="/assets/icon-touch-180.png">',
  ].join("\n");
}

function renderSharingTags({ url, title, description, image }: Sharing): string {
  // `property` is used by Open Graph (RDFa), and `name` by Twitter cards, which use the Open Graph tags for everything
  // else.
  const properties = {
    "og:type": "website",
    "og:site_name": siteName,
    "og:url": url,
    "og:title": title,
    "og:description": description,
    "og:image": image,
    "og:image:width": `${socialImage.width}`,
    "og:image:height": `${socialImage.height}`,
    "og:image:alt": socialImage.alt,
  };
  const tags = Object.entries(properties).map(
    ([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`,
  );
  return [...tags, '<meta name="twitter:card" content="summary_large_image">'].join("\n");
}
