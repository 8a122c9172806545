/** The words of an opened row in English. */
import type { BesidePool, Heterogeneity, StudyResult } from "#core/comparison/answer.ts";
import { englishNumbers } from "../numbers.ts";
import { abbreviations } from "./abbreviations.ts";
import { compared } from "./compared.ts";
import { counted } from "./counted.ts";
import { published } from "./published.ts";

const { plain } = englishNumbers;

type Test = Heterogeneity["tests"][number]["name"];

/** Who was counted, in the words of a clinic. */
const who: Readonly<Record<string, string>> = {
  treated: "infused",
  safety: "infused",
  "efficacy-evaluable": "evaluable",
  leukapheresed: "with cells collected",
};

/** How well a source was reviewed, if less than usual. */
const tier: Readonly<Record<number, string>> = {
  2: "company, congress or review",
  3: "trade news",
  4: "unreviewed",
};

const reached = (months: number | null) => (months === null ? "not reached" : plain(months));

type Bounds = readonly [string, string] | null;

/** An interval that is not known is `null`. */
const inBrackets = (interval: Bounds) => (interval === null ? "" : ` (${interval.join(" to ")})`);

export const detail = {
  abbreviations,
  spelledOut: (abbreviation: string, name: string) => `${abbreviation}: ${name}.`,
  /** What follows a press on a button that copies. */
  copy: { copied: "Copied", byHand: "Copying is not allowed here: copy it by hand." },
  study: "Study",
  count: "Events",
  patients: (n: number) => `n ${n}`,
  rate: "of 100",
  weight: "Weight",
  pooled: "Typical trial",
  /** Of the trials of one product, which are counted and not pooled. */
  together: "All patients together",
  prediction: "Another trial may show",
  beyondAxis: "An arrow: it goes on beyond the axis.",
  checks: { heading: "Does it hold?", loading: "Asking again by other rules" },
  why: "What to keep in mind",
  notPooled: "Not pooled",
  followUp: (months: number) => `${plain(months)} months`,
  odds: (value: string, low: string, high: string) => `Odds ratio ${value} (${low} to ${high})`,
  hazard: (value: string, low: string, high: string) =>
    `Ratio of cumulative hazards ${value} (${low} to ${high})`,
  probability: (value: string, name: string) =>
    `probability of a higher rate with ${name} ${value}, if the trials were comparable`,
  probabilityAlive: (value: string, name: string) =>
    `probability that more do well with ${name} ${value}, if the trials were comparable`,
  /** Of a pool by another model than the default one. */
  heterogeneity: {
    of: (name: string, facts: string) => `Heterogeneity, ${name}: ${facts}.`,
    test: {
      cochran: (q: string, df: number, p: string) => `Q ${q} on ${df} df, ${p}`,
      "likelihood-ratio": (q: string, df: number, p: string) =>
        `likelihood-ratio Q ${q} on ${df} df, ${p}`,
      wald: (q: string, df: number, p: string) => `Wald Q ${q} on ${df} df, ${p}`,
    } satisfies Record<Test, unknown>,
    tau2: (value: string, interval: Bounds) => `τ² ${value}${inBrackets(interval)}`,
    i2: (value: string, interval: Bounds) => `I² ${value} %${inBrackets(interval)}`,
  },
  silent: (labels: readonly string[]) => `Not reported in our sources: ${labels.join(", ")}`,
  medians: "Medians, as printed by each trial; never averaged",
  median: "Months",
  medianRange: (low: number | null, high: number | null) => `(${reached(low)} to ${reached(high)})`,
  noInterval: "(no interval)",
  medianSources: (count: number) => `Sources of the medians (${count})`,
  /** The same outcome over all who were to be treated. */
  enrolled: {
    title: "All who were to be treated",
    /** Known for `k` cohorts, while `pooled` are in the number above. */
    scope: (k: number, pooled: number) =>
      k === 0
        ? `Not reported in our sources over all with cells collected or randomised, for the ${counted(pooled, "cohort")} above.`
        : `Over all with cells collected or randomised, this is printed for ${counted(k, "cohort")}: another set than the ${counted(pooled, "cohort")} above.`,
    /** The number above counts these patients already. */
    already: (k: number) =>
      k === 1
        ? "The cohort above counts all who were to be treated."
        : `The ${k} cohorts above count all who were to be treated.`,
    pooled: (rate: string, range: string, k: number) =>
      `In a typical one of these ${k}: ${rate} of 100 ${range}.`,
    rate: (rate: string, population: StudyResult["population"], range: string, count: string) =>
      `${rate} of 100 ${who[population] ?? population} ${count ? `(${count}, ${range.slice(1)}` : range}`,
    /** How many were infused, in other cohorts of the pool: `KarMMa 128 of 140`. */
    infused: (cohorts: readonly string[]) =>
      `Infused, of all with cells collected: ${cohorts.join(", ")}.`,
  },
  counted: (events: number, n: number) => `${events} of ${n}`,
  percent: (value: number) => `${plain(value)} %`,
  at: (months: number) => `at ${plain(months)} months`,
  sourceCount: (count: number) => `Sources (${count})`,
  /** Before the source in which a number was read, if that is not the trial's own paper. */
  readIn: "number read in ",
  tier,
  /** Above the kind of regimen that does not stand for its class. */
  regimen: {
    monotherapy: "given alone",
    combination: "with other myeloma drugs",
  } satisfies Record<BesidePool["regimen"], string>,
  products: "By product",
  productsNote: "As counted; trials that differ, each.",
  productsBeside: "Products side by side",
  product: "Product",
  reported: "As reported",
  certaintyLine: (level: string) => `Certainty ${level}`,
  certaintyBasis: "by stated rules, not a GRADE panel",
  method: "How it is computed",
  sources: {
    loading: "Loading the sources",
    missing: "The sources are not here.",
  },
  published,
  compared,
  timing: {
    heading: "How soon, how long",
    note: "As each trial printed it; never averaged, and no comparison of the classes.",
  },
};
