/**
 * Tags in the head of a page for phones that install it and for sites that show a preview of it.
 */

import { icons } from "#generated/pictures.ts";
import { palettes } from "#presentation/forest/palette.ts";
import { escapeHtml } from "#presentation/screen/escape-html.ts";
import type { Sharing } from "./sharing.ts";
import { siteName } from "./site-name.ts";

/** The colour of the browser's toolbar is that of the page. */
export function installTags(chosen: "light" | "dark" | null): string {
  const colours =
    chosen === null
      ? (["light", "dark"] as const).map(
          (scheme) =>
            `<meta name="theme-color" content="${palettes[scheme].paper}" media="(prefers-color-scheme: ${scheme})">`,
        )
      : [`<meta name="theme-color" content="${palettes[chosen].paper}">`];
  return [
    ...colours,
    '<link rel="manifest" href="/manifest.webmanifest">',
    `<link rel="apple-touch-icon" href="${icons.touch.href}">`,
  ].join("\n");
}

export function sharingTags({ url, title, description, picture, oembed }: Sharing): string {
  // `property` is used by Open Graph (RDFa), and `name` by Twitter cards, which use the Open Graph
  // tags for everything else.
  const properties = [
    ["og:type", "website"],
    ["og:site_name", siteName],
    ["og:url", url],
    ["og:title", title],
    ["og:description", description],
    ["og:image", picture.url],
    ["og:image:type", "image/png"],
    ["og:image:width", String(picture.width)],
    ["og:image:height", String(picture.height)],
    ["og:image:alt", picture.alt],
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
