/**
 * Makes the metadata by which a page presents itself where it is shared (Open Graph, Twitter cards): the verdict of its
 * question with its doubt, as on the screen. All pages share one image.
 */
import type { Answer } from "#core/answer/answer.ts";
import { describeAllLabelConditions } from "#presentation/row/label-conditions.ts";
import { describeDoubtBox } from "#presentation/views/doubt-box.ts";
import { describeQuestionScope } from "#presentation/views/scope.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { joinBySpaces } from "#presentation/words/sentences.ts";

export interface Sharing {
  /** The URL is absolute, like all URLs here. */
  url: string;
  title: string;
  description: string;
  image: string;
}

/** Describes `widget/static/assets/social.png`. The image shows no number, because a number would become outdated. */
export const socialImage = {
  href: "/assets/social.png",
  width: 1200,
  height: 630,
  alt: "Myeloma Compare: CAR-T cells or a bispecific antibody, results of both classes with their sources",
};

interface Place {
  origin: string;
  /** The URL of the page leaves out the parameters for its look. */
  url: string;
}

/** Makes the metadata of an answer. Harms, the certainty, and the scope of the evidence follow the verdict. */
export function makeSharingMetadata(
  { verdict, doubt }: Pick<Screen, "verdict" | "doubt">,
  answer: Answer,
  { origin, url }: Place,
): Sharing {
  return {
    url,
    title: joinBySpaces([verdict.lead, verdict.last]),
    description: joinBySpaces([
      verdict.harms,
      describeAllLabelConditions(answer),
      describeDoubtBox(doubt),
      `${describeQuestionScope(answer)}.`,
    ]),
    image: origin + socialImage.href,
  };
}
