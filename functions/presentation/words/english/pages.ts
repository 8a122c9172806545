/** Words on the server's pages around an answer, and on the history of the data, in English. */
import { pageNames as names } from "./page-names.ts";

export const pages = {
  site: {
    navigation: "Site",
    names,
    licence:
      "source code under Apache-2.0; the figures belong to their publications. No cookies, no analytics, nothing from other sites.",
  },
  allowed: (values: readonly string[]) => `Allowed: ${values.join(", ")}.`,
  /** Headings of pages that say why there is no answer, by status. */
  refused: {
    400: "This question was not understood.",
    404: "There is no such page.",
  } as Readonly<Record<number, string>>,
  notShown: "This cannot be shown.",
  description: "What can be asked",
  /** A parameter for the form of the report, where groups stand side by side. */
  oneForm: "groups side by side have one form; leave it out",
  ignored: (names: string) => `Not understood and ignored: ${names}.`,
  patientIgnored:
    "The address held something about a patient, which is not used here. Values of a patient do not belong in an address: enter the age or prior lines under Age or Prior lines, or let the record hand them over; they stay on this device.",
  /** Both arguments make links. */
  withoutScript: (report: (text: string) => string, how: (text: string) => string) =>
    `Filters need JavaScript, which is off here. In sentences, with its cautions: ${report("this answer in short")}. Other questions are asked in the address: ${how("how")}.`,
  changes: {
    title: names.changes,
    description: "Every release of the data, and what it changed.",
    json: "As data (JSON)",
    newest: (date: string) => `Newest, ${date}`,
    earlier: "Earlier, by day",
    version: (version: string) => `Data version ${version}`,
    corrections: "Wrong numbers corrected",
    noCorrections: "None so far.",
    corrects: (what: string) => `all data before were withdrawn. ${what}`,
  },
  /** On a page whose link was made with older data. */
  linkDate: (date: string, present: string) =>
    `This link was made with the data of ${date}. The numbers here are those of ${present}.`,
};
