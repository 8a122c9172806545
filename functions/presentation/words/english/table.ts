/** The words of the table for the clipboard: a part of the English catalogue that is loaded with it. */
export const enTable = {
  outcome: "Outcome",
  rate: (group: string) => `${group}, of 100`,
  interval: (group: string) => `${group}, 95 % interval`,
  trials: (group: string) => `${group} trials`,
  cohorts: (group: string) => `${group} cohorts`,
  patients: (group: string) => `${group} patients`,
  products: (group: string) => `${group} products`,
  difference: "Difference of 100 with CAR-T",
  differenceInterval: "95 % interval of the difference",
  certainty: "Certainty",
  cautions: "Cautions",
  range: (low: string, high: string) => `${low} to ${high}`,
  typical: "Rates are those of a typical cohort, pooled; differences are between separate cohorts.",
  withoutPatient: "The age and prior lines of a patient are not applied here.",
  none: "–",
} as const;
