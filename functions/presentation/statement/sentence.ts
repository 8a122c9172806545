import type { Headline } from "./headline.ts";

/** The first sentence of the headline, with the numbers. */
export function sentenceOf({
  headline: { efficacy },
}: {
  readonly headline: Pick<Headline, "efficacy">;
}): string {
  return efficacy.map((part) => (typeof part === "string" ? part : part.text)).join("");
}
