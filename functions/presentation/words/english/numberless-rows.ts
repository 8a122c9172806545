/** Words before the list of outcomes without a number, by the reason. */

export const unreported = {
  silent: "Not reported in our sources:",
  unpooled: "Reported, but no figure can be pooled:",
};
