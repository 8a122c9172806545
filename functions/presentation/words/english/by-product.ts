/** Words that the element draws around products side by side. */

export const byProduct = {
  title: "Products side by side",
  /** The way back. */
  classes: "Back to the two classes",
  timing: "Timing",
  /** Leads to the page that has all of it. */
  whole: "The same as a page, with the trials of each product",
};
