/** What is said of data that a device kept, and of data that were withdrawn, in English. */
import type { KeptWords } from "../contract/kept.ts";

export const enKept: KeptWords = {
  age: (date, days) => `These are data of ${date}, ${days} days old, kept on this device.`,
  clock: (date) =>
    `These are data of ${date}, kept on this device; their age is not known, because its clock shows an earlier day.`,
  page: (date) => `No connection: this page was kept on this device, with data of ${date}.`,
  missingTitle: "No connection",
  missing: "This page is not kept on this device. These are:",
  withdrawn: "These numbers were withdrawn.",
  reason: (reason) =>
    `They are from data that held a wrong number${reason === null ? "." : `: ${reason}`}`,
  reload: "Load the corrected numbers",
  update: "There is a newer version.",
  show: "Show it",
  later: "Later",
};
