/** Holds text to copy in two formats: for word processors, and as plain text. */
export interface Copy {
  readonly text: string;
  readonly html: string;
}

/** This text is replaced by the address of the question, which only the page that copies knows. */
export const linkPlaceholder = "{link}";
