/** Words that the element draws at several places of an opened row. */

/** The text in a part of an opened row that has no number. */
export const noNumber = "No number here.";

export const compareProducts = "Compare drugs";
