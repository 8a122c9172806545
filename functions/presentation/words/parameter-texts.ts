/** Holds the texts about each parameter that only the server uses: meaning, and description in a report. */
import { dataset } from "#core/dataset.ts";
import { listEarlierTherapyKinds } from "#core/question/earlier-kinds.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { joinRegionsByOr } from "./labels.ts";
import { classInText, classPlural } from "./names.ts";
import { numberNames, type ParameterTexts } from "./parameters-on-sheets.ts";
import { describeAfterTherapyKinds } from "./patient-codes.ts";
import { nameProduct } from "./product-name.ts";
import { namePropertyValue } from "./properties.ts";
import { formatCountWithNoun } from "./sentences.ts";

export const linesInBrief = {
  "1": "1 prior line",
  "2": "2 prior lines",
  "3+": "3+ prior lines",
  any: "any prior lines",
} as const;

/**
 * Returns text such as "cilta-cel or teclistamab"; for drugs of one class "of CAR-T only cilta-cel", because the other
 * class stays complete.
 */
function describeChosenDrugs(slugs: readonly string[]): string {
  const names = slugs.map(nameProduct).join(" or ");
  const [only, another] = listClassesOfProducts(slugs);
  return only === undefined || another !== undefined
    ? names
    : `of ${classPlural[only]} only ${names}`;
}

export function listClassesOfProducts(slugs: readonly string[]): readonly TherapyClass[] {
  const chosen = dataset.products.filter(({ slug }) => slugs.includes(slug));
  return therapyClasses.filter((group) =>
    chosen.some(({ therapyClass }) => therapyClass === group),
  );
}

export const parameterTexts: ParameterTexts = {
  set: {
    description:
      "The current evidence, or the cohorts, filters, model and rules of a published meta-analysis. Whatever else is said wins, and the answer says that it was modified.",
    brief: () => null,
  },
  outcome: {
    description:
      "Outcomes by id or by group; `summary` is the short set of the first screen, and `toxicity` has deaths not from the disease, too; `pfs`, `os` and `dor` are one kind of survival at every month, `os` with deaths by cause. A group has harms that follow from a target (`targets` in `/v1/outcomes`) only where `target` has it.",
  },
  compare: {
    description:
      "What the groups are, if not the two classes: a property of the cohorts, or a median at which they are cut in two. Every group stands against the one with the most patients.",
  },
  lines: {
    description:
      "Prior lines of the patient. `1` `2`: trials of 1 to 4 lines whose patients had that number, by the range enrolled, else by that admitted; where neither is known they count. `3+`: trials after 3 or more lines, or triple-class exposed. `any`: all of these, and mixed cohorts.",
    brief: (lines) => linesInBrief[lines] + (lines === "3+" ? ", or triple-class exposed" : ""),
  },
  "prior-lines": {
    description: "Range of the cohort's median number of prior lines.",
    brief: numberNames["prior-lines"],
  },
  age: {
    description: "Range of the cohort's median age in years.",
    brief: numberNames.age,
  },
  product: {
    description:
      "Products by their slug. Restricts only the class it belongs to; the other stays whole. A product brings its target with it.",
    brief: (slugs) => (slugs.length === 0 ? null : describeChosenDrugs(slugs)),
  },
  availability: {
    description:
      "Regions: products with a label in force in at least one of them; `labelled` asks more. `any` alone: all products, whatever labels say. A product asked for by name is never left out.",
    brief: (regions) =>
      regions.includes("any")
        ? "drugs with a label and drugs in development"
        : `drugs labelled in ${joinRegionsByOr(regions)}`,
  },
  labelled: {
    description:
      "`line`: the product, with what it was given with, is labelled for these lines in at least one region of `availability`; with `3+` any later line counts. `any`: the product is labelled there for any use. Products asked for by name, named sets and real-world cohorts are not asked for a label. Not said, it is `line`, or `any` with `lines=any`.",
    brief: (value) => (value === "line" ? "on the label there" : null),
  },
  "therapy-class": {
    description: "One class, or both.",
    brief: (value) => (value === "both" ? null : `only ${classInText[value]}`),
  },
  evidence: {
    description: "Clinical trials, real-world cohorts, or both.",
    brief: (evidence) =>
      ({
        trial: "trials",
        "real-world": "real-world studies",
        all: "trials and real-world studies",
      })[evidence],
  },
  regimen: {
    description:
      "`monotherapy` leaves combinations out; `combination` keeps bispecifics given with other drugs, and CAR-T cells given alone; with `any` the two kinds are pooled apart. Not said, it is `monotherapy`, or `any` with `lines=1` and `lines=2`.",
    brief: (regimen) =>
      ({
        monotherapy: "given alone",
        combination: "bispecifics in combination",
        any: "also combinations",
      })[regimen],
  },
  target: {
    description:
      "Antigens, of which a cohort's product binds at least one; `any` alone: every target. Not said, it is `bcma`, or `any` with kinds of `prior-bcma`.",
    brief: (target) =>
      target.includes("any")
        ? "any target"
        : target.map((antigen) => namePropertyValue("target", antigen)).join(", "),
  },
  "prior-bcma": {
    description:
      "`not-selected` leaves out cohorts recruited after earlier BCMA-directed therapy; `selected` keeps only these. Kinds (`gprc5d`: any therapy directed at it) keep of these only cohorts of which at least half of the patients had one of them (of several the most frequent).",
    brief: (values) => {
      if (values.includes("any")) return "recruited after BCMA therapy or not";
      if (values.includes("not-selected")) return "without studies recruited after BCMA therapy";
      const kinds = listEarlierTherapyKinds(values);
      return `recruited after BCMA therapy${kinds.length === 0 ? "" : `, at least half of the patients ${describeAfterTherapyKinds(kinds)}`}`;
    },
  },
  doses: {
    description:
      "`given` leaves out cohorts that received only a dose that was not taken forward; `recommended` leaves out dose escalation, too; `any` keeps all.",
    brief: (doses) =>
      ({
        given: null,
        recommended: "without dose escalation",
        any: "doses not taken forward, too",
      })[doses],
  },
  setting: {
    description: "The setting of the trials that a named set counted.",
    brief: (setting) => (setting === "any" ? null : `${setting} setting`),
  },
  year: {
    description: "Range of the year of publication.",
    brief: numberNames.year,
  },
  "high-risk": {
    description: "Range of the cohort's percentage with high-risk cytogenetics.",
    brief: numberNames["high-risk"],
  },
  emd: {
    description:
      "Range of the cohort's percentage with extramedullary disease. What was counted differs; the record of a cohort says it where it is known.",
    brief: numberNames.emd,
  },
  exclude: {
    description: "Cohorts left out by hand.",
    brief: (cohorts) =>
      cohorts.length === 0
        ? null
        : `without ${formatCountWithNoun(cohorts.length, "study")} left out by hand`,
  },
  denominator: {
    description:
      "`treated`: patients who were given the product. `enrolled`: all who were randomised or apheresed, where that is printed. `collected`: as `treated`, but responses to CAR-T (`orr` `vgpr` `cr` `scr`) count all with cells collected in those cohorts where that is printed for the same data cut, or where exactly the infused are counted at the cut that prints how many had cells collected; these counts are marked `derived`.",
  },
  definition: {
    description:
      "`broad` lets neurotoxicity stand in for ICANS where that is all a cohort reports.",
  },
  cut: {
    description:
      "`primary`: the data cut of the primary publication; another stands in where it lacks an outcome: of one that accumulates with time the earliest, which is pooled only with cohorts whose follow-ups differ less than 1.5 times. `primary-only`: no other stands in. `latest`: the longest follow-up; a pool of trials replaces them where it follows as many patients for longer. Medians of survival are of the longest follow-up unless `primary-only` is asked. Others are cuts that a named set counted.",
  },
  sources: {
    description:
      "`reviewed` leaves out figures from sources that nobody reviewed; `papers` takes them from papers, regulators and labels only (tier 1).",
  },
  overlap: {
    description:
      "`drop` lets the smaller of two cohorts with shared patients give way; `keep` pools both.",
  },
  model: {
    description:
      "`bayes`: the default model. `glmm`: binomial–normal by likelihood. `reml` `dl`: inverse variance with that estimate of the spread.",
  },
  interval: {
    description:
      "Interval of the models other than `bayes`, which has credible intervals. `t`: Student's t with k − 1 degrees of freedom (a pooling of several trials is one figure), of a contrast with Satterthwaite's. `wald`: the normal distribution. `hartung-knapp`: of `reml` and `dl`, t with the standard error scaled by √max(1, q) (`adhoc` of metafor).",
  },
};
