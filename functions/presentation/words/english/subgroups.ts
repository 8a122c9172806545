/** Words of the results of single studies by the properties of their patients. */
import type { SubgroupTable } from "#core/others/subgroups.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { counted } from "./counts.ts";

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
  /** Beside a level: where its patients were treated, if not in a trial. */
  design: {
    trial: null,
    "real-world": "practice",
    unknown: "design not reported",
  } satisfies Record<NonNullable<SubgroupTable["study"]["evidence"]> | "unknown", string | null>,
  /** Above a column of numbers: what they are. */
  percent: (outcome: string) => `${outcome}, %`,
  months: (outcome: string) => `${outcome}, median months`,
  patients: (n: number) => counted(n, "patient"),
  without: (wording: string) => `no ${wording}`,
  /** Beside a level of another property: whether the patients of the study had such therapy before. */
  earlier: {
    required: "all after BCMA therapy",
    some: "some after BCMA therapy",
    none: null,
    unknown: null,
  } satisfies Record<ComputeCohort["priorBcma"], string | null>,
  nNotPrinted: "n not printed",
  effect: (effect: string, of: string, against: string) => `${effect}, ${of} against ${against}`,
};
