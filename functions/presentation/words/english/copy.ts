/** Words of a copy without a server. */

export const copy = {
  /** Instead of the numbers, after 180 days. */
  tooOld: (date: string, days: number) =>
    `No numbers are shown: they are of data of ${date}, ${days} days old.`,
  askForNewer: "Ask whoever keeps this copy for a newer one.",
  /** At the end of each page. */
  line: (made: string, date: string, last: string) =>
    `A copy of ${made}, with data of ${date}. It shows numbers until ${last}.`,
  /** On a page that a script makes. */
  needsScript: "This page is made on your device, by a script, and scripts are switched off here.",
};
