/** Properties by which studies divide their patients, and labels choose theirs. */

/** Studies divide their patients by these. They choose what is shown of single studies, and no question. */
const dividingTraits = [
  "extramedullary-disease",
  "frailty",
  "cytogenetic-risk",
  "renal-function",
  "refractoriness",
] as const;
export type DividingTrait = (typeof dividingTraits)[number];

/** Properties of patients by which studies report results, and of which a patient may be. */
export const propertyNames = ["prior-bcma", ...dividingTraits, "age", "prior-lines"] as const;
export type PropertyName = (typeof propertyNames)[number];

/** Labels and trials ask for it after one or two lines; no study divides its patients by it. */
const labelCriterion = "lenalidomide-refractory";

export const traits = [...dividingTraits, labelCriterion] as const;
export type Trait = (typeof traits)[number];

export const isDividingTrait = (trait: Trait): trait is DividingTrait => trait !== labelCriterion;
