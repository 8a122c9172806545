/** Writes the citation of an answer, the same on every page and in every file. */

import { answerCitation } from "#data/generated/answer-citation.ts";
import { addressPlaceholder } from "#data/provenance.ts";

export function renderCitationText(href: string): string {
  return answerCitation.text.replace(addressPlaceholder, () => href);
}

/**
 * Returns the citation in the RIS format of citation managers.
 *
 * @param href The address that is cited.
 */
export function renderCitationRis(href: string): string {
  return answerCitation.ris.replace(addressPlaceholder, () => href);
}
