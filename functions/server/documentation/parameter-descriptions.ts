/** What every parameter means, in one line. */
import type { ParameterName } from "#core/question/parameter-names.ts";

export const parameterDescriptions: Readonly<Record<ParameterName, string>> = {
  set: "The current evidence, or the cohorts, filters, model and rules of a published meta-analysis. Whatever else is said wins, and the answer says that it was modified.",
  outcome: "Outcomes by id or by group; `summary` is the short set of the first screen.",
  compare:
    "What the groups are, if not the two classes: a property of the cohorts, or a median at which they are cut in two. Every group stands against the one with the most patients.",
  setting:
    "`late`: 3 or more prior lines, or triple-class exposed. `early`: 1 to 4 prior lines. `any`: both, and mixed cohorts.",
  "prior-lines": "Range of the cohort's median number of prior lines.",
  age: "Range of the cohort's median age in years.",
  product: "Products by their slug. Restricts only the class it belongs to; the other stays whole.",
  availability:
    "`approved`: products with an approval in force in any region. A region: in that one. `any`: all products.",
  "therapy-class": "One class, or both.",
  evidence: "Clinical trials, real-world cohorts, or both.",
  regimen:
    "`monotherapy` leaves combinations out. Not said, it is `monotherapy`, or `any` with `setting=early`.",
  target: "Antigens, of which a cohort's product binds at least one.",
  "dual-target": "Whether the product binds two antigens at once.",
  "prior-bcma":
    "`not-selected` leaves out cohorts recruited after earlier BCMA-directed therapy; `selected` keeps only these.",
  doses: "`recommended` leaves out cohorts of dose escalation.",
  phase: "Phases of the trial; `1-2` is phase 1/2.",
  region: "Where the patients were treated.",
  year: "Range of the year of publication.",
  "min-n": "The least number of patients a cohort has.",
  "follow-up": "Range of the median follow-up in months, of the primary publication's data cut.",
  "high-risk": "Range of the cohort's percentage with high-risk cytogenetics.",
  emd: "Range of the cohort's percentage with extramedullary disease.",
  "iss-3": "Range of the cohort's percentage in stage III of the International Staging System.",
  "triple-refractory": "Range of the cohort's percentage with triple-class refractory disease.",
  "binding-domain": "Binding domain of the CAR. Bispecifics stay whole, as for the next four.",
  costimulation: "Costimulatory domain of the CAR.",
  vector: "How the gene of the CAR was brought into the cells.",
  expansion: "What the T cells were activated with.",
  lymphodepletion: "Chemotherapy before the infusion.",
  exclude: "Cohorts left out by hand.",
  denominator:
    "`treated`: patients who were given the product. `enrolled`: all who were randomised or had cells collected.",
  definition: "`broad` lets neurotoxicity stand in for ICANS where that is all a cohort reports.",
  cut: "`primary`: the data cut of the primary publication. `latest`: the longest follow-up. Others are cuts that a named set counted.",
  sources: "`reviewed` leaves out figures from sources that nobody reviewed.",
  overlap:
    "`drop` lets the smaller of two cohorts with shared patients give way; `keep` pools both.",
  model:
    "`bayes`: the default model. `glmm`: binomial–normal by likelihood. `reml` `pm` `dl`: inverse variance with that estimate of the spread. `fixed`: no spread between cohorts.",
  interval:
    "Interval of the models other than `bayes`. `profile` needs `model=glmm`; `hartung-knapp` needs `reml`, `pm`, `dl` or `fixed`.",
  tau: "Spread between cohorts in each class by itself, or one for both; for models other than `bayes`.",
};

/** Parameters that only one resource or two have. */
export const otherParameterDescriptions = {
  "patient-age":
    "A patient's age in years: cohorts whose patients were all younger or all older are left out. Such an answer is kept nowhere.",
  "patient-prior-lines":
    "A patient's number of prior lines: cohorts whose patients had all fewer or all more are left out.",
  "patient-fit":
    "`confirmed` also leaves out cohorts that do not report the range of their patients.",
  depth:
    "`specialist`: every number. `generalist`: how many of 100 patients, and how sure that is.",
  theme: "Colours for a light or a dark page.",
  moderator: "What of the cohorts the rate may go with.",
  variable: "What the patients of a study were divided by.",
  kind: "How treatments were set against each other.",
  "therapy-class": "The class that was given.",
  product: "A product that was given, by its slug.",
  outcome: "What was reported, by its id.",
  id: "Id of a cohort, as in `/v1/cohorts`.",
  slug: "Slug of a product, as in `/v1/products`.",
} as const;
