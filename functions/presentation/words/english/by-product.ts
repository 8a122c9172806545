/** Words of the view of products side by side. */

export const byProduct = {
  title: "Products side by side",
  noRanking: "Not a ranking: each product was given to other patients in other trials.",
  unit: "Patients of 100, with the 95 % interval",
  /** The way back. */
  classes: "Back to the two classes",
  /** Products that no trial reports the outcome for, or not in a form that can be pooled. */
  none: (products: readonly string[]) => `No number: ${products.join(", ")}.`,
  unreported: (outcomes: readonly string[]) => `No product has a number: ${outcomes.join("; ")}.`,
  /** Leads to the page that has all of it. */
  whole: "The same as a page, with the trials of each product",
};
