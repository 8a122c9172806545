/** Words before the list of outcomes without a number, by the reason. */

export const unreported = {
  silent: "Not reported in our sources:",
  unpooled: "Reported, but no figure can be pooled:",
};

/** Why an outcome has no number: nobody reports it, or no figure of it can be pooled. */
export type Numberless = keyof typeof unreported;
