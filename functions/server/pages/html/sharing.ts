/**
 * Metadata by which a page presents itself where it is shared (Open Graph, Twitter cards) or embedded by URL
 * (oEmbed): the verdict of its question with its doubt, as on the screen; the image is one for all.
 */
import type { Answer } from "#core/answer/answer.ts";
import { doubtText } from "#presentation/views/doubt-box.ts";
import { scopeOf } from "#presentation/views/scope.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { withSpaces } from "#presentation/words/sentences.ts";

export interface Sharing {
  /** Holds an absolute URL, like all URLs here. */
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
  alt: "CAR-T or bispecific antibody: results of both classes",
};

interface Place {
  origin: string;
  /** URL of the page, without the parameters for its look. */
  url: string;
  /** URL for which other sites may request a snippet by oEmbed. */
  embeds?: string;
}

/** After the verdict follow harms, the certainty, and the scope of the evidence. */
export function sharingOf(
  { verdict, doubt }: Pick<Screen, "verdict" | "doubt">,
  answer: Answer,
  { origin, url, embeds }: Place,
): Sharing {
  return {
    url,
    title: verdict.lead,
    description: withSpaces([verdict.harms, doubtText(doubt), `${scopeOf(answer)}.`]),
    image: origin + socialImage.href,
    oembed: embeds === undefined ? null : `${origin}/oembed?url=${encodeURIComponent(embeds)}`,
  };
}
