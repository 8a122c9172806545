/** The words of the line with the outcomes that have no number, in English. */
import type { UnreportedWords } from "../contract/unreported.ts";

export const enUnreported: UnreportedWords = {
  silent: "Not reported in our sources:",
  unpooled: "Reported, but no figure can be pooled:",
};
