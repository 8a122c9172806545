/** Writes texts on counts that a reader added on the device. */
import { joinWithConjunction } from "./sentences.ts";

/**
 * This text ends the label of an added cohort, so that every list of trials, table and file states whose counts these
 * are.
 */
const byReader = " (added by the reader)";

export function makeAddedCohortLabel(name: string): string {
  return name + byReader;
}

/** Returns whether a label is that of an added cohort, which has no record. */
export function isAddedCohortLabel(label: string): boolean {
  return label.endsWith(byReader);
}

/** Returns the name as the reader typed it. */
export function nameAddedCohort({ label }: { readonly label: string }): string {
  return label.slice(0, -byReader.length);
}

/**
 * Returns the sentence for every text and page whose numbers include added counts.
 *
 * @param labels Labels of the cohorts that the reader added.
 */
export function makeAddedCountsCaveat(labels: readonly string[]): string {
  const names = labels.map((label) => nameAddedCohort({ label }));
  return `With counts added by the reader (${joinWithConjunction(names)}): not reviewed, not published.`;
}

/** A headline begins with this text if its numbers include added counts. */
export const withYours = "With your counts: ";

/** This text replaces addresses, because an address does not carry added counts. */
export const notAtAddresses =
  "No address has the added counts: that of this citation leads to the numbers without them, and no other report, table or script is linked here.";

export const yours = "Yours";

/** This text follows "within", "below" or "above". */
export const nextMayShow = "what the next trial may show";

/** States why patients of practice differ from those of trials. */
export const chosenPatients = "practice: trials choose their patients";
