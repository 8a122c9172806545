/** The words for the references of a brief, in English. */

export const references = {
  heading: "References",
  noRecord: "no DOI or PubMed record",
  /** Publications of the trials themselves, if a source only quotes them. */
  publications: (count: number) =>
    count === 1 ? "the trial’s own publication" : "the trials’ own publications",
  usualTier: "paper, regulator or label",
  /** These two replace the number by which a locator names a source of its cohort. */
  thisSource: "this source",
  otherSource: "another source of this cohort",
};
