/**
 * How a page presents itself where it is shared (Open Graph, Twitter cards) or embedded by URL
 * (oEmbed): the verdict of its question with its doubt, as on the screen; the image is one for all.
 */
import type { Verdict } from "#presentation/views/verdict.ts";

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

interface View {
  readonly verdict: Verdict;
  readonly certainty: string;
}

/** What follows the verdict: harms, the certainty, and the scope of the evidence. */
export function restOf({ verdict, certainty }: View, scope: string): string {
  return [verdict.harms, certainty, `${scope}.`].filter(Boolean).join(" ");
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

export function sharingOf(view: View, { origin, url, scope, embeds }: Place): Sharing {
  return {
    url,
    title: view.verdict.lead,
    description: restOf(view, scope),
    image: origin + socialImage.href,
    oembed: embeds === undefined ? null : `${origin}/oembed?url=${encodeURIComponent(embeds)}`,
  };
}
