/** What stands before the outcomes that have no number, by why there is none. */

export const unreported = {
  silent: "Not reported in our sources:",
  unpooled: "Reported, but no figure can be pooled:",
};
