/**
 * How a page presents itself where its address is shared (Open Graph, Twitter cards) or embedded by
 * address (oEmbed). Title and description hold the numbers of this very question; a picture with numbers
 * belongs to one question only, so any other question has the picture without.
 */

import type { CompareView } from "#presentation/view/compare-view.ts";
import { anyQuestion, type Pictures, pictures } from "#widget/generated/pictures.ts";
import { siteName } from "./site-name.ts";

export interface Sharing {
  /** Absolute, as everything here that is an address. */
  url: string;
  title: string;
  description: string;
  picture: { url: string; width: number; height: number; alt: string };
  /** Where the oEmbed answer for this address is; absent where there is none. */
  oembed: string | null;
}

type Told = Pick<CompareView, "headline" | "scope">;

/** The numbers in a sentence. */
export function sentenceOf({ headline: { efficacy } }: Told): string {
  return efficacy.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/** What else the headline says, and of which evidence. */
export function restOf({ headline: { harm, doubt }, scope }: Told): string {
  return [harm, doubt, `${scope}.`].filter(Boolean).join(" ");
}

/** The pictures of a question: the ready-made ones have their own. */
export function picturesOf(canonical: string): Pictures {
  return pictures[canonical] ?? anyQuestion;
}

export interface Place {
  origin: string;
  /** Of the page, without its look. */
  url: string;
  /** The question on it. */
  canonical: string;
  /** The address whose snippet others may ask for. */
  embeds?: string;
}

export function sharingOf(view: Told, { origin, url, canonical, embeds }: Place): Sharing {
  const { wide, numbers } = picturesOf(canonical);
  return {
    url,
    title: sentenceOf(view),
    description: restOf(view),
    picture: {
      url: `${origin}${wide.href}`,
      width: wide.width,
      height: wide.height,
      alt: numbers ? `${sentenceOf(view)} ${view.headline.doubt}` : siteName,
    },
    oembed: embeds === undefined ? null : `${origin}/oembed?url=${encodeURIComponent(embeds)}`,
  };
}
