/**
 * How a page presents itself where it is shared (Open Graph, Twitter cards) or embedded by URL
 * (oEmbed). Title and description contain the numbers of its question. A picture with numbers
 * exists only for some questions; all others have the picture without numbers.
 */
import { anyQuestion, type Pictures, pictures } from "#generated/pictures.ts";
import { type Headline, sentenceOf } from "#presentation/statement/headline.ts";
import { siteName } from "./site-name.ts";

export interface Sharing {
  /** An absolute URL, like all URLs here. */
  url: string;
  title: string;
  description: string;
  picture: { url: string; width: number; height: number; alt: string };
  /** URL of the oEmbed answer for this page; `null` if there is none. */
  oembed: string | null;
}

/** The rest of the headline, and the scope of the evidence. */
export function restOf({ harm, doubt }: Headline, scope: string): string {
  return [harm, doubt, `${scope}.`].filter(Boolean).join(" ");
}

/** The pictures of a question. Ready-made questions have their own. */
export function picturesOf(canonical: string): Pictures {
  return pictures[canonical] ?? anyQuestion;
}

export interface Place {
  origin: string;
  /** URL of the page, without the parameters for its look. */
  url: string;
  /** Canonical text of its question. */
  canonical: string;
  /** The evidence that was asked for. */
  scope: string;
  /** URL for which other sites may request a snippet by oEmbed. */
  embeds?: string;
}

export function sharingOf(
  headline: Headline,
  { origin, url, canonical, scope, embeds }: Place,
): Sharing {
  const { wide, numbers } = picturesOf(canonical);
  return {
    url,
    title: sentenceOf(headline),
    description: restOf(headline, scope),
    picture: {
      url: `${origin}${wide.href}`,
      width: wide.width,
      height: wide.height,
      alt: numbers ? `${sentenceOf(headline)} ${headline.doubt}` : siteName,
    },
    oembed: embeds === undefined ? null : `${origin}/oembed?url=${encodeURIComponent(embeds)}`,
  };
}
