/** Words of the results of single studies by the properties of their patients. */
import type { SubgroupTable } from "#core/others/subgroups.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { counted } from "./counts.ts";
import { measures } from "./head-to-head.ts";

export const reported = {
  by: {
    age: "By age",
    "prior-lines": "By prior lines",
    "prior-bcma": "By earlier BCMA-directed therapy of any kind",
    "cytogenetic-risk": "By cytogenetic risk",
    "extramedullary-disease": "By extramedullary disease",
    refractoriness: "By refractoriness",
    "extramedullary-burden": "By extramedullary tumour burden",
    "disease-compartment": "In the marrow and outside it",
    ferritin: "By ferritin",
    "renal-function": "By renal function",
    iss: "By stage (ISS or R-ISS)",
    frailty: "By frailty",
    race: "By race and ethnicity",
  } satisfies Record<SubgroupVariable, string>,
  /** How a study came to its patients. */
  evidence: {
    trial: "trial",
    "real-world": "real-world",
    unknown: "design not stated",
  } satisfies Record<NonNullable<SubgroupTable["study"]["evidence"]> | "unknown", string>,
  counted: (events: number, n: number) => `${events} of ${n}`,
  percent: (value: number) => `${value} %`,
  median: (months: number) => `median ${months} months`,
  /** As printed; an end that was not reached is `null`. */
  interval: (low: number | null, high: number | null) =>
    `interval ${low ?? "not reached"} to ${high ?? "not reached"}`,
  patients: (n: number) => counted(n, "patient"),
  nNotPrinted: "n not printed",
  effect: (
    measure: keyof typeof measures,
    value: number,
    interval: readonly [number, number] | null,
    of: string,
    against: string,
  ) =>
    `${measures[measure]} ${value}${interval ? ` (${interval[0]} to ${interval[1]})` : ""}, ${of} against ${against}`,
  notPrinted: "no number printed",
};
