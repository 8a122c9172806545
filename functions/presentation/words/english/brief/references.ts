/** The words for the references of a brief, in English. */
import type { ReferenceWords } from "../../contract/brief.ts";

export const references: ReferenceWords = {
  heading: "References",
  noRecord: "no DOI or PubMed record",
  publications: (count) =>
    count === 1 ? "the trial’s own publication" : "the trials’ own publications",
  usualTier: "paper, regulator or label",
  thisSource: "this source",
  otherSource: "another source of this cohort",
};
