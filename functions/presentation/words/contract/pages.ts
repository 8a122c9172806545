/** Words on the server's pages around an answer. */

export interface PageWords {
  /** For pages about an invalid question: the allowed values. */
  readonly allowed: (values: readonly string[]) => string;
  /** Heading of a page that cannot show an answer. */
  readonly notShown: string;
  /** Description of a brief where its address is shared. */
  readonly briefDescription: string;
  /** Note on a page whose filters need a script that does not run. Both arguments make links. */
  readonly withoutScript: (
    brief: (text: string) => string,
    how: (text: string) => string,
  ) => string;
}
