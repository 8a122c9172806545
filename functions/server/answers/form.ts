/** The form of an answer. Together with the question it determines the response bytes. */

export interface Form {
  mediaType: "json" | "csv" | "text" | "html" | "svg" | "oembed" | `html;${string}`;
  /**
   * The earlier version of the data that a link was made with, where the answer says what changed
   * since. It is never computed with.
   */
  asOf?: string | null;
}

/** For ETags and cache keys. */
export function formText({ mediaType, asOf = null }: Form): string {
  return `${mediaType}${asOf === null ? "" : `;as-of=${asOf}`}`;
}
