/** Replaced by the address of the answer that is cited. */
export const addressPlaceholder = "https://answer.invalid/";

export interface AnswerCitation {
  readonly text: string;
  /** In the RIS format of citation managers. */
  readonly ris: string;
}
