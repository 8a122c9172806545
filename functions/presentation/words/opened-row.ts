/** Words that the element draws at several places of an opened row. */

/** Of a part of the row. */
export const noNumber = "No number here.";

export const compareProducts = "Compare drugs";
