/**
 * Holds the format of what the service sends to the element. The element names the format that it draws in each
 * request, and draws no other, because a page may stay open while its installation is upgraded or goes back.
 */

/**
 * This number is raised with each release whose element cannot draw what the release before sends, or the reverse.
 * Release 1.1 sent its views without a number.
 */
export const viewFormat = 2;

/** Holds a view as it is sent. */
export interface SentView<View> {
  readonly format: typeof viewFormat;
  readonly view: View;
}

export function makeSentView<View>(view: View): SentView<View> {
  return { format: viewFormat, view };
}

/** Returns the address of a view for a question, which may be the default one, in this format. */
export function makeViewAddress(path: string, question: string): string {
  return `${path}?format=${viewFormat}${question && `&${question}`}`;
}
