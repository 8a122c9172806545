/** Holds the words of the notice that every answer carries while not everything is reviewed. */

export const noReview = "No clinician has reviewed these data yet.";

const collectionNotice =
  "Figures were collected from the sources shown beside them and checked by machine rules only; several come from abstracts, company pages or trade news, not from the full papers.";

/** Stands after what was reviewed. */
export const restNotice = `Of the rest: ${collectionNotice}`;

/** This notice stands in every answer while nobody has signed a review. */
export const unsignedNotice = `${noReview} ${collectionNotice}`;

/** Returns what a notice says of reviews, without how the figures were collected. */
export function removeCollectionNotice(notice: string): string {
  return [restNotice, collectionNotice]
    .reduce((text, part) => text.replace(part, ""), notice)
    .trim();
}
