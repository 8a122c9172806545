/** Texts on counts that a reader added on the device. */

/** Stands with every text and page whose numbers hold such counts. */
export const withAddedCounts = "With counts added by the reader: not reviewed, not published.";

/** Names a line of added counts. */
export const yours = "Yours";

/** Follows "within", "below" or "above". */
export const nextMayShow = "what the next trial may show";

/** Why patients of practice differ from those of trials. */
export const chosenPatients = "practice: trials choose their patients";
