/** Words for data that were withdrawn. */

export const withdrawn = {
  title: "These numbers were withdrawn.",
  /** What was wrong, as the release that corrects it says. */
  reason: (reason: string | null) =>
    `They are from data that held a wrong number${reason === null ? "." : `: ${reason}`}`,
  reload: "Load the corrected numbers",
};
