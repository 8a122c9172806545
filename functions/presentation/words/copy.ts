/** Words of a copy without a server. */

export const copy = {
  /** Instead of the numbers, after 180 days. */
  tooOld: (date: string, days: number) =>
    `No numbers are shown: they are of data of ${date}, ${days} days old.`,
  askForNewer: "Ask whoever keeps this copy for a newer one.",
  /** At the end of each page: of the address of an installation, or of the site by its name. */
  line: (of: string, made: string, date: string, last: string) =>
    `A copy of ${of}, made on ${made}, with data of ${date}. It shows numbers until ${last}.`,
  /** Links to what has to be said of software of others. */
  notices: "Software of others in this file",
  needsScript:
    "Scripts are switched off here: this copy then shows these numbers only, and does not see how old they are.",
  /** In the place of a page that only an installation has. */
  missingTitle: "Not in this copy",
  missing: "This page needs a connection to an installation of Myeloma Compare.",
  there: "It is at",
  /** Of a table or a picture. */
  save: (name: string) => `Save ${name}`,
};
