/** Texts on counts that a reader added on the device. */

/** Ends the label of such a cohort, so that every list of trials, table and file says whose counts these are. */
const byReader = " (added by the reader)";

export function labelOfAdded(name: string): string {
  return name + byReader;
}

/** Returns the name as the reader typed it. */
export function nameOfAdded({ label }: { readonly label: string }): string {
  return label.slice(0, -byReader.length);
}

/** Stands with every text and page whose numbers hold such counts. */
export const withAddedCounts = "With counts added by the reader: not reviewed, not published.";

/** Names a line of added counts. */
export const yours = "Yours";

/** Follows "within", "below" or "above". */
export const nextMayShow = "what the next trial may show";

/** Why patients of practice differ from those of trials. */
export const chosenPatients = "practice: trials choose their patients";
