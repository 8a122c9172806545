/** The words of the table for the clipboard in English. */
import type { TableWords } from "../contract/table.ts";

export const enTable: TableWords = {
  outcome: "Outcome",
  rate: (group) => `${group}, of 100`,
  interval: (group) => `${group}, 95 % interval`,
  trials: (group) => `${group} trials`,
  cohorts: (group) => `${group} cohorts`,
  patients: (group) => `${group} patients`,
  products: (group) => `${group} products`,
  difference: (withWhat) => `Difference of 100 ${withWhat}`,
  differenceInterval: "95 % interval of the difference",
  certainty: "Certainty",
  cautions: "Cautions",
  range: (low, high) => `${low} to ${high}`,
  typical: "Rates are those of a typical cohort, pooled; differences are between separate cohorts.",
  withoutPatient: "The age and prior lines of a patient are not applied here.",
  none: "–",
  approved: "approved",
  approvedIn: (where) => `approved in: ${where}`,
};
