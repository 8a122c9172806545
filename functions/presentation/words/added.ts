/** Texts on counts that a reader added on the device. */
import { joined } from "./counts.ts";

/** Ends the label of such a cohort, so that every list of trials, table and file says whose counts these are. */
const byReader = " (added by the reader)";

export function labelOfAdded(name: string): string {
  return name + byReader;
}

/** Returns the name as the reader typed it. */
export function nameOfAdded({ label }: { readonly label: string }): string {
  return label.slice(0, -byReader.length);
}

/** Stands with every text and page whose numbers hold such counts. @param labels of the cohorts that the reader added */
export function withAddedCounts(labels: readonly string[]): string {
  const names = labels.map((label) => nameOfAdded({ label }));
  return `With counts added by the reader (${joined(names)}): not reviewed, not published.`;
}

/** Begins a headline whose numbers hold such counts. */
export const withYours = "With your counts: ";

/** Stands in place of addresses, which know of no added counts. */
export const notAtAddresses =
  "No address has the added counts, so no table or script is linked here.";

/** Names a line of added counts. */
export const yours = "Yours";

/** Follows "within", "below" or "above". */
export const nextMayShow = "what the next trial may show";

/** Why patients of practice differ from those of trials. */
export const chosenPatients = "practice: trials choose their patients";
