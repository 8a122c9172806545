/** Replaced by the address of the answer that is cited. */
export const addressPlaceholder = "https://answer.invalid/";

export interface AnswerCitation {
  readonly text: string;
  /** Holds the citation in the RIS format of citation managers. */
  readonly ris: string;
}
