/** Words for data that a device kept, and for data that were withdrawn. */

export const kept = {
  /** In the headline, of data that are older than 90 days. */
  age: (date: string, days: number) => `These are data of ${date}, ${days} days old.`,
  /** In the headline, if the clock of the device is wrong. */
  clock: (date: string) =>
    `These are data of ${date}; their age is not known, because the clock of this device shows an earlier day.`,
  /** On a page without a connection. */
  page: (date: string) => `No connection: this page was made on this device, with data of ${date}.`,
  /** Instead of a page that a device cannot make. */
  missingTitle: "No connection",
  missing: "This page needs a connection. These do not:",
  withdrawn: "These numbers were withdrawn.",
  /** What was wrong, as the release that corrects it says. */
  reason: (reason: string | null) =>
    `They are from data that held a wrong number${reason === null ? "." : `: ${reason}`}`,
  reload: "Load the corrected numbers",
  /** Of a page that is older than what the site has now. */
  update: "There is a newer version.",
  show: "Show it",
  later: "Later",
};
