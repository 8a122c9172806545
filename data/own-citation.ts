/** Replaced by the address of the answer that is cited. */
export const addressPlaceholder = "https://answer.invalid/";

/** How an answer is cited, with a placeholder for its address. */
export interface OwnCitation {
  readonly text: string;
  /** In the RIS format of citation managers. */
  readonly ris: string;
}
