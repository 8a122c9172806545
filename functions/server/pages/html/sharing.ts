/**
 * How a page presents itself where it is shared (Open Graph, Twitter cards) or embedded by URL
 * (oEmbed). Title and description contain the numbers of its question; the image is one for all.
 */
import { type Headline, sentenceOf } from "#presentation/statement/headline.ts";

export interface Sharing {
  /** An absolute URL, like all URLs here. */
  url: string;
  title: string;
  description: string;
  image: string;
  /** URL of the oEmbed answer for this page; `null` if there is none. */
  oembed: string | null;
}

/** `widget/static/assets/social.png`. It holds no number, because that would grow old. */
export const socialImage = {
  href: "/assets/social.png",
  width: 1200,
  height: 630,
  alt: "Myeloma Compare: CAR-T cells or a bispecific antibody, pooled results of both classes, with sources",
};

/** The rest of the headline, and the scope of the evidence. */
export function restOf({ harm, doubt }: Headline, scope: string): string {
  return [harm, doubt, `${scope}.`].filter(Boolean).join(" ");
}

export interface Place {
  origin: string;
  /** URL of the page, without the parameters for its look. */
  url: string;
  /** The evidence that was asked for. */
  scope: string;
  /** URL for which other sites may request a snippet by oEmbed. */
  embeds?: string;
}

export function sharingOf(headline: Headline, { origin, url, scope, embeds }: Place): Sharing {
  return {
    url,
    title: sentenceOf(headline),
    description: restOf(headline, scope),
    image: origin + socialImage.href,
    oembed: embeds === undefined ? null : `${origin}/oembed?url=${encodeURIComponent(embeds)}`,
  };
}
