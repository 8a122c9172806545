/** Holds texts for data that were withdrawn. */

export const withdrawn = {
  title: "These numbers were withdrawn.",
  /** States the error, in the words of the release that corrects it. */
  reason: (reason: string | null) =>
    `They are from data that held a wrong number${reason === null ? "." : `: ${reason}`}`,
  reload: "Load the corrected numbers",
};
