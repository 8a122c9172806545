/** What pages of the server say around an answer. */

export interface PageWords {
  /** Of a page whose address asks what cannot be answered. */
  readonly allowed: (values: readonly string[]) => string;
  /** Above what went wrong, where nothing can be shown. */
  readonly notShown: string;
  /** Of a brief, where its address is shared. */
  readonly briefDescription: string;
  /** A page whose filters need a script that does not run; both are links. */
  readonly withoutScript: (
    brief: (text: string) => string,
    how: (text: string) => string,
  ) => string;
}
