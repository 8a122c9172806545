/** Words on the server's pages around an answer, in English. */
import type { PageWords } from "../contract/pages.ts";

export const enPages: PageWords = {
  allowed: (values) => `Allowed: ${values.join(", ")}.`,
  notShown: "This comparison cannot be shown.",
  briefDescription:
    "What separate cohorts showed, with every number's source. Evidence, not advice.",
  withoutScript: (brief, how) =>
    `Filters need JavaScript, which is off here. Every trial and caution: ${brief("this answer in sentences")}. Other questions are asked in the address: ${how("how")}.`,
};
