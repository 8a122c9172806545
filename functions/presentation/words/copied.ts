/** Text to copy, in two formats: for word processors, and for whatever takes plain text. */
export interface Copy {
  readonly text: string;
  readonly html: string;
}

/** Stands where the address of the question goes, which only the page knows that copies. */
export const linkPlaceholder = "{link}";
