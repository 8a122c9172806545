/** Words of our own pages on a device: without a connection, and when there is a newer version. */

export const offline = {
  /** On a page without a connection. */
  page: (date: string) => `No connection: this page was made on this device, with data of ${date}.`,
  /** Instead of a page that a device cannot make. */
  missingTitle: "No connection",
  missing: "This page needs a connection. These do not:",
  /** Of a page that is older than what the site has now. */
  update: "There is a newer version.",
  show: "Show it",
  later: "Later",
};
