/** Words for data that are old, or were withdrawn. */

export const kept = {
  /** In the headline, of data that are older than 90 days. */
  age: (date: string, days: number) => `These are data of ${date}, ${days} days old.`,
  /** In the headline, if the clock of the device is wrong. */
  clock: (date: string) =>
    `These are data of ${date}; their age is not known: the clock of this device shows an earlier day.`,
  withdrawn: "These numbers were withdrawn.",
  /** What was wrong, as the release that corrects it says. */
  reason: (reason: string | null) =>
    `They are from data that held a wrong number${reason === null ? "." : `: ${reason}`}`,
  reload: "Load the corrected numbers",
};
