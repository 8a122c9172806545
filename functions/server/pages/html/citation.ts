/** The citation of an answer, which every page and file states alike. */
import { addressPlaceholder } from "#data/answer-citation.ts";
import { answerCitation } from "#data/generated/answer-citation.ts";

/** @param href The address that is cited. */
export function citationText(href: string): string {
  return answerCitation.text.replace(addressPlaceholder, () => href);
}

/** Returns the citation in the RIS format of citation managers. @param href The address that is cited. */
export function citationRis(href: string): string {
  return answerCitation.ris.replace(addressPlaceholder, () => href);
}
