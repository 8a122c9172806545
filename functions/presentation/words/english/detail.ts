/** The words of an opened row in English. */
import type { DetailWords } from "../contract/detail.ts";
import { englishNumbers } from "../numbers.ts";
import { abbreviations } from "./abbreviations.ts";
import { compared } from "./compared.ts";
import { counted } from "./counted.ts";
import { published } from "./published.ts";

const { plain } = englishNumbers;

/** Who was counted, in the words of a clinic. */
const who: Readonly<Record<string, string>> = {
  treated: "infused",
  safety: "infused",
  "efficacy-evaluable": "evaluable",
  leukapheresed: "with cells collected",
};

const reached = (months: number | null) => (months === null ? "not reached" : plain(months));

const inBrackets = (interval: readonly [string, string] | null) =>
  interval === null ? "" : ` (${interval.join(" to ")})`;

export const enDetail: DetailWords = {
  abbreviations,
  spelledOut: (abbreviation, name) => `${abbreviation}: ${name}.`,
  copy: { copied: "Copied", byHand: "Copying is not allowed here: copy it by hand." },
  study: "Study",
  count: "Events",
  patients: (n) => `n ${n}`,
  rate: "of 100",
  weight: "Weight",
  pooled: "Typical trial",
  together: "All patients together",
  prediction: "Another trial may show",
  beyondAxis: "An arrow: it goes on beyond the axis.",
  checks: { heading: "Does it hold?", loading: "Asking again by other rules" },
  why: "What to keep in mind",
  notPooled: "Not pooled",
  followUp: (months) => `${plain(months)} months`,
  odds: (value, low, high) => `Odds ratio ${value} (${low} to ${high})`,
  hazard: (value, low, high) => `Ratio of cumulative hazards ${value} (${low} to ${high})`,
  probability: (value, name) =>
    `probability of a higher rate with ${name} ${value}, if the trials were comparable`,
  probabilityAlive: (value, name) =>
    `probability that more do well with ${name} ${value}, if the trials were comparable`,
  heterogeneity: {
    of: (name, facts) => `Heterogeneity, ${name}: ${facts}.`,
    test: {
      cochran: (q, df, p) => `Q ${q} on ${df} df, ${p}`,
      "likelihood-ratio": (q, df, p) => `likelihood-ratio Q ${q} on ${df} df, ${p}`,
      wald: (q, df, p) => `Wald Q ${q} on ${df} df, ${p}`,
    },
    tau2: (value, interval) => `τ² ${value}${inBrackets(interval)}`,
    i2: (value, interval) => `I² ${value} %${inBrackets(interval)}`,
  },
  silent: (labels) => `Not reported in our sources: ${labels.join(", ")}`,
  medians: "Medians, as printed by each trial; never averaged",
  median: "Months",
  medianRange: (low, high) => `(${reached(low)} to ${reached(high)})`,
  noInterval: "(no interval)",
  medianSources: (count) => `Sources of the medians (${count})`,
  enrolled: {
    title: "All who were to be treated",
    scope: (k, pooled) =>
      k === 0
        ? `Not reported in our sources over all with cells collected or randomised, for the ${counted(pooled, "cohort")} above.`
        : `Over all with cells collected or randomised, this is printed for ${counted(k, "cohort")}: another set than the ${counted(pooled, "cohort")} above.`,
    already: (k) =>
      k === 1
        ? "The cohort above counts all who were to be treated."
        : `The ${k} cohorts above count all who were to be treated.`,
    pooled: (rate, range, k) => `In a typical one of these ${k}: ${rate} of 100 ${range}.`,
    rate: (rate, population, range, count) =>
      `${rate} of 100 ${who[population] ?? population} ${count ? `(${count}, ${range.slice(1)}` : range}`,
    infused: (cohorts) => `Infused, of all with cells collected: ${cohorts.join(", ")}.`,
  },
  counted: (events, n) => `${events} of ${n}`,
  percent: (value) => `${plain(value)} %`,
  at: (months) => `at ${plain(months)} months`,
  sourceCount: (count) => `Sources (${count})`,
  readIn: "number read in ",
  tier: { 2: "company, congress or review", 3: "trade news", 4: "unreviewed" },
  regimen: { monotherapy: "given alone", combination: "with other myeloma drugs" },
  products: "By product",
  productsNote: "As counted; trials that differ, each.",
  productsBeside: "Products side by side",
  product: "Product",
  reported: "As reported",
  certaintyLine: (level) => `Certainty ${level}`,
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
