/** What an opened row says. Comes with it, after the first view. */
import { englishNumbers } from "../numbers.ts";

const { plain } = englishNumbers;

export const enDetail = {
  study: "Study",
  count: "Events",
  patients: (n: number) => `n ${n}`,
  rate: "of 100",
  weight: "Weight",
  pooled: "Typical trial",
  prediction: "A new trial may show",
  why: "What to keep in mind",
  notPooled: "Not pooled",
  followUp: (months: number) => `${plain(months)} months`,
  odds: (value: string, low: string, high: string) => `Odds ratio ${value} (${low} to ${high})`,
  hazard: (value: string, low: string, high: string) =>
    `Ratio of cumulative hazards ${value} (${low} to ${high})`,
  probability: (value: string) =>
    `probability of a higher rate with CAR-T ${value}, if the trials were comparable`,
  probabilityAlive: (value: string) =>
    `probability that more do well with CAR-T ${value}, if the trials were comparable`,
  silent: (labels: readonly string[]) => `Not reported in our sources: ${labels.join(", ")}`,
  medians: "Medians, not pooled",
  median: (months: number, low: number | null, high: number | null) =>
    `${plain(months)} months${low === null && high === null ? "" : ` (${low === null ? "not estimable" : plain(low)} to ${high === null ? "not estimable" : plain(high)})`}`,
  counted: (events: number, n: number) => `${events} of ${n}`,
  percent: (value: number) => `${plain(value)} %`,
  at: (months: number) => `at ${plain(months)} months`,
  sourceCount: (count: number) => `Sources (${count})`,
  tier: { 2: "company, congress or review", 3: "trade news", 4: "unreviewed" } as Readonly<
    Record<number, string>
  >,
  products: "By product",
  productsNote:
    "Each by the same model: with few cohorts its interval can be wider than that of one trial.",
  product: "Product",
  evidence: "Cohorts · n",
  certaintyLine: (level: string) => `Certainty ${level}`,
  certaintyBasis: "by stated rules, not a GRADE panel",
  sources: {
    loading: "Loading the sources",
    missing: "The sources are not here.",
  },
} as const;
