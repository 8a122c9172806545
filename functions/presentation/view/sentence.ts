import type { CompareView } from "./compare-view.ts";

/** The first sentence of the headline, with the numbers. */
export function sentenceOf({ headline: { efficacy } }: Pick<CompareView, "headline">): string {
  return efficacy.map((part) => (typeof part === "string" ? part : part.text)).join("");
}
