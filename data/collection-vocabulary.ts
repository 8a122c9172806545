/** Defines the closed lists of words for subgroups and comparisons, without the schema library. */

/** Names the properties by which the patients of a study were divided. */
export const subgroupVariables = {
  age: "Age",
  "prior-lines": "Prior lines",
  refractoriness: "Refractoriness",
  "cytogenetic-risk": "Cytogenetic risk",
  "extramedullary-disease": "Extramedullary disease",
  "extramedullary-burden": "Extramedullary tumour burden",
  /** `disease-compartment` compares the response of the same patients in the marrow with that outside it. */
  "disease-compartment": "Disease compartment",
  ferritin: "Ferritin",
  "renal-function": "Renal function",
  /** `iss` covers both staging systems; the level names the one that was used. */
  iss: "Stage (ISS or R-ISS)",
  frailty: "Frailty",
  race: "Race and ethnicity",
  "prior-bcma": "Earlier BCMA-directed therapy",
} as const;

interface OtherOutcome {
  label: string;
  /** `event` is the event that is more frequent if a ratio is above 1. */
  event: string;
  /** `rows` are those under which such a result is shown: ids of outcomes, or families of landmarks (`pfs`). */
  rows: readonly string[];
}

/** Names the outcomes that these studies report and that cannot be pooled. */
export const otherOutcomes = {
  pfs: { label: "Progression-free survival", event: "progression or death", rows: ["pfs"] },
  os: { label: "Overall survival", event: "death", rows: ["os", "nrm", "pfs"] },
  dor: {
    label: "Duration of response",
    event: "progression or death after a response",
    rows: ["dor"],
  },
  ttnt: { label: "Time to next treatment", event: "next treatment", rows: ["pfs"] },
  pfs2: {
    label: "PFS2, as the study names it",
    event: "second progression or death",
    rows: ["pfs"],
  },
  "pfs-30": {
    label: "Progression-free survival at 30 months",
    event: "progression or death",
    rows: ["pfs"],
  },
  "death-before-treatment": {
    label: "Death before any study treatment",
    event: "death before any study treatment",
    rows: ["os", "nrm", "pfs"],
  },
  "infused-after-progression": {
    label: "Infused after progression, outside the study treatment",
    event: "infusion after progression",
    rows: ["infused"],
  },
  "death-6-months": { label: "Death within 6 months", event: "death", rows: ["os", "nrm", "pfs"] },
  "death-9-months": { label: "Death within 9 months", event: "death", rows: ["os", "nrm", "pfs"] },
  "death-10-months": {
    label: "Death within 10 months",
    event: "death",
    rows: ["os", "nrm", "pfs"],
  },
  /** `crossover` must be read together with the survival ratio of a randomised trial. */
  crossover: {
    label: "Control patients given the product after all",
    event: "crossover",
    rows: ["os"],
  },
  "death-90-days": { label: "Death within 90 days", event: "death", rows: ["os", "nrm", "pfs"] },
  "death-5-years": { label: "Death within 5 years", event: "death", rows: ["os", "nrm", "pfs"] },
  "survival-at-end": {
    label: "Survival at the end of follow-up",
    event: "death",
    rows: ["os", "nrm", "pfs"],
  },
  "remission-coded": {
    label: "Remission, as coded in records",
    event: "remission",
    rows: ["orr", "cr"],
  },
  "icans-2": {
    label: "ICANS, grade 2 or higher",
    event: "ICANS of grade 2 or higher",
    rows: ["icans", "icans-3"],
  },
  anemia: { label: "Anaemia", event: "anaemia", rows: ["anemia-3"] },
  thrombocytopenia: {
    label: "Thrombocytopenia",
    event: "thrombocytopenia",
    rows: ["thrombocytopenia-3"],
  },
  "symptom-worsening": {
    label: "Time to sustained worsening of symptoms (MySIm-Q)",
    event: "sustained worsening of symptoms",
    rows: ["pfs"],
  },
  "global-health": {
    label: "Global health status (EORTC QLQ-C30, more is better)",
    event: "better global health status",
    rows: ["pfs"],
  },
  "eq-5d-vas": {
    label: "EQ-5D visual analogue scale (more is better)",
    event: "better health",
    rows: ["pfs"],
  },
  hospitalisation: { label: "Hospitalisation", event: "hospitalisation", rows: [] },
  "emergency-visit": {
    label: "Emergency visit or admission",
    event: "visit or admission",
    rows: [],
  },
  "urgent-care": { label: "Urgent-care visits", event: "visit", rows: [] },
  "remote-contact": { label: "Remote contacts", event: "contact", rows: [] },
  "second-haematological-malignancy": {
    label: "Second haematological malignancy",
    event: "second haematological malignancy",
    rows: ["second-malignancy", "second-myeloid-neoplasm"],
  },
  "second-solid-malignancy": {
    label: "Second solid malignancy",
    event: "second solid malignancy",
    rows: ["second-malignancy"],
  },
  "septic-shock": {
    label: "Septic shock",
    event: "septic shock",
    rows: ["infection", "infection-3"],
  },
  bacteremia: { label: "Bacteraemia", event: "bacteraemia", rows: ["infection", "infection-3"] },
  "early-icaht-3": {
    label: "Early immune effector cell-associated haematotoxicity, grade 3 or higher",
    event: "early haematotoxicity of grade 3 or higher",
    rows: ["neutropenia-3"],
  },
} as const satisfies Readonly<Record<string, OtherOutcome>>;

/**
 * Lists the outcomes of deaths in the first months after randomisation, which a hazard ratio of survival does not
 * show.
 */
export const earlyDeaths = [
  "death-6-months",
  "death-9-months",
  "death-10-months",
  "death-before-treatment",
] as const satisfies readonly (keyof typeof otherOutcomes)[];

type EarlyDeath = (typeof earlyDeaths)[number];

/**
 * Maps an outcome of deaths to a wider one that includes the same deaths, where one source prints both for the
 * same patients.
 */
export const amongDeaths: Readonly<Partial<Record<EarlyDeath, EarlyDeath>>> = {
  "death-before-treatment": "death-6-months",
};

/**
 * Lists the outcomes of late neurotoxicity: parkinsonism, palsies of cranial nerves and others. They begin weeks or
 * months after treatment and are distinct from ICANS. They are rare, and most trials do not report them.
 */
export const lateNeurotoxicity = [
  "movement-disorder",
  "cranial-nerve-palsy",
  "delayed-neurotoxicity",
] as const;

/**
 * Lists the outcomes that are looked for in every randomised trial, so that none is shown by its best results alone.
 */
export const randomisedOutcomes: readonly string[] = ["pfs", "os", ...earlyDeaths, "global-health"];

/** Lists other rows under which results on an outcome of `data/outcomes.json` are shown, too. */
export const alsoUnder: ReadonlyMap<string, readonly string[]> = new Map([
  ["death", ["os", "nrm", "pfs"]],
]);

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

/** Lists the ways in which patients came to their side of a comparison, the strongest design first. */
export const designs = ["randomised", "matched", "adjusted", "sequence", "unadjusted"] as const;

export const designOf = {
  randomised: "randomised",
  sequencing: "sequence",
  "propensity-matched": "matched",
  weighted: "adjusted",
  "matching-adjusted": "adjusted",
  "meta-regression": "adjusted",
  unadjusted: "unadjusted",
  "indirect-meta-analysis": "adjusted",
  "indirect-review": "adjusted",
} as const satisfies Readonly<Record<keyof typeof comparisonKinds, (typeof designs)[number]>>;

/**
 * `between` compares the classes, `standard` a class with another treatment, `within` two treatments of one class,
 * and `strategies` orders of treatment and the like.
 */
export const contrastKinds = ["between", "standard", "within", "strategies"] as const;

/** A ratio of 1 means no difference. */
export const ratioMeasures = [
  "hazard-ratio",
  "odds-ratio",
  "risk-ratio",
  "incidence-rate-ratio",
] as const;

/** A risk difference (in percentage points) of 0 means no difference. */
export const effectMeasures = [...ratioMeasures, "risk-difference"] as const;

/**
 * Lists the kinds of oddity in a printed figure: `contradiction` means that the source disagrees with itself about
 * the figure, which then counts nowhere; `remark` leaves the figure as it is, such as that its percentage is of fewer
 * patients than the group had.
 */
export const oddityKinds = ["contradiction", "remark"] as const;

/** Lists the adjustments of an effect between two levels of one study, if that is printed. */
export const adjustments = ["multivariable", "matched"] as const;

export type SubgroupVariable = keyof typeof subgroupVariables;
export type ComparisonKind = keyof typeof comparisonKinds;
export type ContrastKind = (typeof contrastKinds)[number];
