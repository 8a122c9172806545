/** The parameters of a question, in canonical order: in the URL, as attributes of the element, in permalinks. */
export const parameterNames = [
  "outcome",
  "setting",
  "prior-lines",
  "age",
  "product",
  "availability",
  "therapy-class",
  "evidence",
  "regimen",
  "target",
  "prior-bcma",
  "exclude",
] as const;

export type ParameterName = (typeof parameterNames)[number];

/** Those that leave cohorts out: what is asked about them does not. */
export type FilterName = Exclude<ParameterName, "outcome">;
