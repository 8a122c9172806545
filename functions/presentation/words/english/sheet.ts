/** The words that the element draws in a sheet; the filters and their choices come in words. */

export const sheet = {
  from: "from",
  upTo: "to",
  ownRange: "Another range",
  apply: "Apply",
  unlabelled: "Labelled nowhere",
  noneUnlabelled: "These are offered where any label or none counts.",
  rangeError: "Give a lower and an upper number, the lower one first, or leave one end open.",
};
