/**
 * How a page presents itself where it is shared (Open Graph, Twitter cards) or embedded by URL
 * (oEmbed). Title and description contain the numbers of its question. A picture with numbers
 * exists only for some questions; all others have the picture without numbers.
 */

import { anyQuestion, type Pictures, pictures } from "#generated/pictures.ts";
import { sentenceOf } from "#presentation/statement/sentence.ts";
import type { Statement } from "#presentation/statement/statement.ts";
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

type Told = Pick<Statement, "headline">;

/** The rest of the headline, and the scope of the evidence. */
export function restOf({ headline: { harm, doubt } }: Told, scope: string): string {
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

export function sharingOf(view: Told, { origin, url, canonical, scope, embeds }: Place): Sharing {
  const { wide, numbers } = picturesOf(canonical);
  return {
    url,
    title: sentenceOf(view),
    description: restOf(view, scope),
    picture: {
      url: `${origin}${wide.href}`,
      width: wide.width,
      height: wide.height,
      alt: numbers ? `${sentenceOf(view)} ${view.headline.doubt}` : siteName,
    },
    oembed: embeds === undefined ? null : `${origin}/oembed?url=${encodeURIComponent(embeds)}`,
  };
}
