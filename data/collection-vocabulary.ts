/**
 * The closed lists of words for `data/subgroups/` and `data/comparisons/`. They are plain values,
 * so that code that uses a word does not import the schema library. If a study needs another word,
 * add it here first.
 */

/** Properties by which the patients of a study were divided. */
export const subgroupVariables = {
  age: "Age",
  "prior-lines": "Prior lines",
  refractoriness: "Refractoriness",
  "cytogenetic-risk": "Cytogenetic risk",
  "extramedullary-disease": "Extramedullary disease",
  "extramedullary-burden": "Extramedullary tumour burden",
  /** Response of the same patients in the marrow and outside it. */
  "disease-compartment": "Disease compartment",
  ferritin: "Ferritin",
  "renal-function": "Renal function",
  "prior-bcma": "Earlier BCMA-directed therapy",
} as const;

interface OtherOutcome {
  label: string;
  /** The event that a ratio above 1 means more of. */
  event: string;
}

/**
 * Outcomes that these studies report in addition to `data/outcomes.json`, which has only outcomes
 * that can be pooled.
 */
export const otherOutcomes = {
  pfs: { label: "Progression-free survival", event: "progression or death" },
  os: { label: "Overall survival", event: "death" },
  dor: { label: "Duration of response", event: "progression or death after a response" },
  ttnt: { label: "Time to next treatment", event: "next treatment" },
  pfs2: { label: "PFS2, as the study names it", event: "second progression or death" },
  "pfs-30": { label: "Progression-free survival at 30 months", event: "progression or death" },
  death: { label: "Death", event: "death" },
  "death-90-days": { label: "Death within 90 days", event: "death" },
  "death-5-years": { label: "Death within 5 years", event: "death" },
  "survival-at-end": { label: "Survival at the end of follow-up", event: "death" },
  "remission-coded": { label: "Remission, as coded in records", event: "remission" },
  "icans-2": { label: "ICANS, grade 2 or higher", event: "ICANS of grade 2 or higher" },
  anemia: { label: "Anaemia", event: "anaemia" },
  thrombocytopenia: { label: "Thrombocytopenia", event: "thrombocytopenia" },
  hospitalisation: { label: "Hospitalisation", event: "hospitalisation" },
  "emergency-visit": { label: "Emergency visit or admission", event: "visit or admission" },
  "urgent-care": { label: "Urgent-care visits", event: "visit" },
  "remote-contact": { label: "Remote contacts", event: "contact" },
  "second-haematological-malignancy": {
    label: "Second haematological malignancy",
    event: "second haematological malignancy",
  },
  "second-solid-malignancy": {
    label: "Second solid malignancy",
    event: "second solid malignancy",
  },
  "septic-shock": { label: "Septic shock", event: "septic shock" },
  bacteremia: { label: "Bacteraemia", event: "bacteraemia" },
  "early-icaht-3": {
    label: "Early immune effector cell-associated haematotoxicity, grade 3 or higher",
    event: "early haematotoxicity of grade 3 or higher",
  },
} as const satisfies Readonly<Record<string, OtherOutcome>>;

/** The ways in which two treatments were compared. */
export const comparisonKinds = {
  randomised: "Randomised against a standard regimen",
  sequencing: "One T-cell-redirecting therapy before or after another",
  "propensity-matched": "Patients matched by propensity score",
  weighted: "Patients weighted by propensity score",
  "matching-adjusted": "Matching-adjusted indirect comparison",
  "meta-regression": "Meta-regression of single arms",
  unadjusted: "Patients set side by side",
  "indirect-meta-analysis": "Meta-analysis of indirect comparisons",
  "indirect-review": "Review of indirect comparisons",
} as const;

/** For a ratio 1 means no difference; for a difference (in percentage points) 0 does. */
export const effectMeasures = [
  "hazard-ratio",
  "odds-ratio",
  "risk-ratio",
  "incidence-rate-ratio",
  "risk-difference",
] as const;

/** How an effect between two levels of one study was adjusted, if that is printed. */
export const adjustments = ["multivariable", "matched"] as const;

export type SubgroupVariable = keyof typeof subgroupVariables;
export type ComparisonKind = keyof typeof comparisonKinds;
