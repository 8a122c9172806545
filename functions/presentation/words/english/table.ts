/** The words of what is copied, in English. */
import type { TableWords } from "../contract/table.ts";

export const enTable: TableWords = {
  outcome: "Outcome",
  rate: (group) => `${group}, of 100 (95 % interval)`,
  difference: (withWhat) => `Difference of 100 ${withWhat} (95 % interval)`,
  certainty: "Certainty",
  typical: "Rates are those of a typical cohort, pooled; differences are between separate cohorts.",
  none: "–",
  line: (outcome, rates, difference) => `${outcome}: ${rates.join(", ")}; ${difference}.`,
  ofClass: (group, product, rate) => `${group}${product === null ? "" : ` (${product})`} ${rate}`,
  noNumber: "no number",
  brackets: "In brackets: 95 % intervals; [trials · patients].",
  cite: ({ title, date, version, link }) =>
    `Cite as: Myeloma Compare. ${title}. Data of ${date}, version ${version}. ${link}`,
  approved: "approved",
  approvedIn: (where) => `approved in: ${where}`,
};
