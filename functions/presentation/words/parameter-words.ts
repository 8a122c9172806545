/**
 * Holds the words of each parameter, one entry each, in the order of the URL: what sheets, reports and the description
 * of the API say of it.
 */
import type { ModeratorName } from "#core/answer/answer.ts";
import type { ChoiceName } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { listEarlierTherapyKinds } from "#core/question/earlier-kinds.ts";
import type {
  FieldName,
  FilterName,
  OfferedName,
  PredicateFilterName,
  PropertyName,
  Query,
  RangeFilterName,
} from "#core/question/query.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { joinRegionsByOr } from "./labels.ts";
import { classInText, className, classPlural } from "./names.ts";
import { describeAfterTherapyKinds } from "./patient-codes.ts";
import { nameProduct } from "./product-name.ts";
import { namePropertyValue, targetNames } from "./properties.ts";
import { formatCountWithNoun } from "./sentences.ts";

export interface ParameterOnSheet {
  readonly title: string;
  readonly note?: string;
  /** Names the values, except ranges and values that the data name themselves. */
  readonly values?: Readonly<Record<string, string>>;
  /** This text follows the numbers of a range. */
  readonly unit?: string;
}

type ParameterWords = {
  readonly [Name in FieldName]: {
    /** States the meaning in one line, for developers who write URLs. */
    readonly description: string;
  } & (Name extends OfferedName ? ParameterOnSheet : unknown) &
    /** `widening` names the question without this filter. */
    (Name extends OfferedName & FilterName ? { readonly widening: string } : unknown) &
    /** `number` names, within a text, the number of a study that the range limits. */
    (Name extends RangeFilterName ? { readonly number: string } : unknown) &
    /** `brief` describes the cohorts that match, or returns `null`. */
    (Name extends PredicateFilterName
      ? { readonly brief: (value: Query[PropertyName<Name>]) => string | null }
      : unknown);
};

export const linesInBrief = {
  "1": "1 prior line",
  "2": "2 prior lines",
  "3+": "3+ prior lines",
  any: "any prior lines",
} as const;

export const parameterWords: ParameterWords = {
  set: {
    title: "As another published meta-analysis",
    widening: "Current evidence",
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
    title: "Prior lines of the patient",
    values: {
      "1": "1",
      "2": "2",
      "3+": "3+",
      any: "Any",
    },
    widening: "Any number of prior lines",
    description:
      "Prior lines of the patient. `1` `2`: trials of 1 to 4 lines whose patients had that number, by the range enrolled, else by that admitted; where neither is known they count. `3+`: trials after 3 or more lines, or triple-class exposed. `any`: all of these, and mixed cohorts.",
    brief: (lines) => linesInBrief[lines] + (lines === "3+" ? ", or triple-class exposed" : ""),
  },
  "prior-lines": {
    title: "Median prior lines of the trials",
    note: "The median of each trial's patients, not the patient in front of you.",
    widening: "Any median of prior lines",
    number: "median prior lines",
    description: "Range of the cohort's median number of prior lines.",
  },
  age: {
    title: "Median age of the trials",
    note: "The median of each trial's patients, not the patient in front of you.",
    widening: "Any age",
    number: "median age",
    description: "Range of the cohort's median age in years.",
  },
  product: {
    title: "Drugs",
    note: "Choose one or more; the other class stays complete.",
    values: {
      all: "All drugs",
    },
    widening: "All drugs",
    description:
      "Products by their slug. Restricts only the class it belongs to; the other stays whole. A product brings its target with it.",
    brief: (slugs) => (slugs.length === 0 ? null : describeChosenDrugs(slugs)),
  },
  availability: {
    title: "Labelled in",
    values: {
      "us,eu": "US or EU",
      us: "US",
      eu: "EU",
      ch: "Switzerland",
      cn: "China",
      jp: "Japan",
      any: "Any or none",
    },
    widening: "Also drugs not labelled there",
    description:
      "Regions: products with a label in force in at least one of them; `labelled` asks more. `any` alone: all products, whatever labels say. A product asked for by name is never left out.",
    brief: (regions) =>
      regions.includes("any")
        ? "drugs with a label and drugs in development"
        : `drugs labelled in ${joinRegionsByOr(regions)}`,
  },
  labelled: {
    title: "Label",
    note: "A label names the prior lines, and what is given with a drug.",
    values: {
      line: "On the label for these lines",
      any: "Labelled there for any use",
    },
    widening: "Also what is not on the label for these lines",
    description:
      "`line`: the product, with what it was given with, is labelled for these lines in at least one region of `availability`; with `3+` any later line counts. `any`: the product is labelled there for any use. Products asked for by name, named sets and real-world cohorts are not asked for a label. Not said, it is `line`, or `any` with `lines=any`.",
    brief: (value) => (value === "line" ? "on the label there" : null),
  },
  "therapy-class": {
    title: "Class",
    values: {
      both: "Both",
      "car-t": "CAR-T only",
      bsab: "Bispecifics only",
    },
    widening: "Both classes",
    description: "One class, or both.",
    brief: (value) => (value === "both" ? null : `only ${classInText[value]}`),
  },
  evidence: {
    title: "Kind of evidence",
    values: {
      trial: "Clinical trials",
      "real-world": "Real-world studies",
      all: "Both",
    },
    widening: "Also real-world studies",
    description: "Clinical trials, real-world cohorts, or both.",
    brief: (evidence) =>
      ({
        trial: "trials",
        "real-world": "real-world studies",
        all: "trials and real-world studies",
      })[evidence],
  },
  regimen: {
    title: "Combinations",
    values: {
      monotherapy: "Given alone",
      combination: "Bispecific in combination",
      any: "Also in combination",
    },
    widening: "Also combinations",
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
    title: "Target",
    values: { ...targetNames, any: "Any" },
    widening: "Any target",
    description:
      "Antigens, of which a cohort's product binds at least one; `any` alone: every target. Not said, it is `bcma`, or `any` with kinds of `prior-bcma`.",
    brief: (target) =>
      target.includes("any")
        ? "any target"
        : target.map((antigen) => namePropertyValue("target", antigen)).join(", "),
  },
  "prior-bcma": {
    title: "Earlier BCMA- or GPRC5D-directed therapy",
    values: {
      "not-selected": "Not required for entry",
      selected: "Required for entry",
      any: "Both",
      adc: "After an antibody–drug conjugate",
      bispecific: "After a BCMA bispecific",
      "car-t": "After CAR-T",
      gprc5d: "After GPRC5D-directed therapy",
    },
    widening: "With or without earlier BCMA therapy",
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
    title: "Doses",
    values: {
      given: "Also dose escalation",
      recommended: "Without dose escalation",
      any: "Also doses not taken forward",
    },
    widening: "Also doses not taken forward",
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
    number: "year of publication",
    description: "Range of the year of publication.",
  },
  "high-risk": {
    title: "High-risk cytogenetics",
    unit: " %",
    widening: "Any share of high-risk cytogenetics",
    number: "percent with high-risk cytogenetics",
    description: "Range of the cohort's percentage with high-risk cytogenetics.",
  },
  emd: {
    title: "Extramedullary disease",
    unit: " %",
    widening: "Any share of extramedullary disease",
    number: "percent with extramedullary disease",
    description:
      "Range of the cohort's percentage with extramedullary disease. What was counted differs; the record of a cohort says it where it is known.",
  },
  exclude: {
    title: "Trials left out by hand",
    note: "A tap brings a study back.",
    widening: "Trials left out by hand again",
    description: "Cohorts left out by hand.",
    brief: (cohorts) =>
      cohorts.length === 0
        ? null
        : `without ${formatCountWithNoun(cohorts.length, "study")} left out by hand`,
  },
  denominator: {
    title: "Counted over",
    values: {
      treated: "Patients treated",
      enrolled: "All randomised, or with cells collected",
      collected: "All with cells collected",
    },
    description:
      "`treated`: patients who were given the product. `enrolled`: all who were randomised or apheresed, where that is printed. `collected`: as `treated`, but responses to CAR-T (`orr` `vgpr` `cr` `scr`) count all with cells collected in those cohorts where that is printed for the same data cut, or where exactly the infused are counted at the cut that prints how many had cells collected; these counts are marked `derived`.",
  },
  definition: {
    title: "Neurotoxicity",
    values: {
      strict: "ICANS as stated by the study",
      broad: "Other neurotoxicity stands in for ICANS",
    },
    description:
      "`broad` lets neurotoxicity stand in for ICANS where that is all a cohort reports.",
  },
  cut: {
    title: "Data cut",
    values: {
      primary: "Primary publication",
      latest: "Longest follow-up",
      "primary-only": "Primary publication only",
    },
    description:
      "`primary`: the data cut of the primary publication; another stands in where it lacks an outcome: of one that accumulates with time the earliest, which is pooled only with cohorts whose follow-ups differ less than 1.5 times. `primary-only`: no other stands in. `latest`: the longest follow-up; a pool of trials replaces them where it follows as many patients for longer. Medians of survival are of the longest follow-up unless `primary-only` is asked. Others are cuts that a named set counted.",
  },
  sources: {
    title: "Sources",
    values: {
      reviewed: "Reviewed sources",
      papers: "Papers and labels only",
      any: "Also unreviewed sources",
    },
    description:
      "`reviewed` leaves out figures from sources that nobody reviewed; `papers` takes them from papers, regulators and labels only (tier 1).",
  },
  overlap: {
    description:
      "`drop` lets the smaller of two cohorts with shared patients give way; `keep` pools both.",
  },
  model: {
    title: "Model",
    values: {
      bayes: "Bayesian, binomial counts",
      glmm: "Mixed logistic model",
      reml: "Random effects, REML",
      dl: "Random effects, DerSimonian–Laird",
    },
    description:
      "`bayes`: the default model. `glmm`: binomial–normal by likelihood. `reml` `dl`: inverse variance with that estimate of the spread.",
  },
  interval: {
    description:
      "Interval of the models other than `bayes`, which has credible intervals. `t`: Student's t with k − 1 degrees of freedom (a pooling of several trials is one figure), of a contrast with Satterthwaite's. `wald`: the normal distribution. `hartung-knapp`: of `reml` and `dl`, t with the standard error scaled by √max(1, q) (`adhoc` of metafor).",
  },
  view: {
    description:
      "What screens show. `course`: both classes in order of time, with outcomes of its own. No number depends on it.",
  },
  lanes: {
    title: "Lanes of the course",
    values: className,
    description:
      "The one or two lanes of `view=course`: `car-t`, `bsab`, or a product by its slug, which is shown wherever it is labelled.",
  },
};

/** Holds the filters of the sheets. The titles of the two most used filters are as short as the buttons of one row. */
export const parametersOnSheets: Readonly<Record<ChoiceName, ParameterOnSheet>> = {
  preset: { title: "Ready-made questions" },
  ...parameterWords,
};

export function isRangeFilterName(name: string): name is RangeFilterName {
  return name in parameterWords && "number" in parameterWords[name as FieldName];
}

/** Names the number of a study that a range limits or a regression uses, within a text. */
export function nameNumericStudyProperty(name: RangeFilterName | ModeratorName): string {
  return name === "follow-up" ? "median follow-up" : parameterWords[name].number;
}

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
