export const table = {
  outcome: "Outcome",
  rate: (group: string) => `${group}, of 100 (95 % interval)`,
  difference: (withWhat: string) => `Difference of 100 ${withWhat} (95 % interval)`,
  typical:
    "Rates are pooled for a typical study, or counted in the only one; differences are between separate studies.",
  none: "–",
  /** A line of the summary: the outcome, its rates, and the difference or why there is none. */
  line: (outcome: string, rates: readonly string[], difference: string) =>
    `${outcome}: ${rates.join(", ")}${difference && `; ${difference}`}.`,
  /** @param trials Each in one line. */
  randomised: (trials: readonly string[]) => `Randomised: ${trials.join(" ")}`,
  /** Why there is no difference. */
  notCompared: (why: string) => `not compared: ${why}`,
  notReported: "not reported",
  brackets: "In brackets: 95 % intervals, counts of single trials; [what a number rests on].",
  cite: ({
    title,
    date,
    version,
    link,
  }: Readonly<Record<"title" | "date" | "version" | "link", string>>) =>
    `Cite as: Myeloma Compare. ${title}. Data of ${date}, version ${version}. ${link}`,
  /** Ends the line of evidence. */
  approvedIn: (where: string) => `labelled in: ${where}`,
  whateverLines: ", whatever lines labels name",
  /** How the numbers were pooled, where it is not by the usual model. */
  model: (name: string) => `${name}.`,
};
