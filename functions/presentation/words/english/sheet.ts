/** The words that the element draws in a sheet; the filters and their choices come in words. */

export const sheet = {
  from: "from",
  upTo: "to",
  ownRange: "Another range",
  apply: "Apply",
  rangeError: "Give a lower and an upper number, the lower one first, or leave one end open.",
};
