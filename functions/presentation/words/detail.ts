import type { Heterogeneity, OtherRegimen, StudyResult } from "#core/answer/answer.ts";
import { abbreviations } from "./abbreviations.ts";
import { followed } from "./counts.ts";
import { compared } from "./head-to-head.ts";
import { plain } from "./numbers.ts";
import { opened } from "./opened-row.ts";
import { published } from "./published.ts";

type Test = Heterogeneity["tests"][number]["name"];

/** Who was counted, in the words of a clinic. */
const who: Readonly<Record<string, string>> = {
  treated: "infused",
  safety: "infused",
  "efficacy-evaluable": "evaluable",
  leukapheresed: "with cells collected",
};

type Bounds = readonly [string, string] | null;

/** An interval that is not known is `null`. */
const inBrackets = (interval: Bounds) => (interval === null ? "" : ` (${interval.join(" to ")})`);

export const detail = {
  ...opened,
  abbreviations,
  spelledOut: (abbreviation: string, name: string) => `${abbreviation}: ${name}.`,
  trials: {
    ...opened.trials,
    patients: (n: number | null) => (n === null ? "" : `${n} patients`),
    weight: (percent: string) => `weight ${percent} %`,
  },
  notPooled: "Not pooled",
  followUp: (months: number) => `${plain(months)} months`,
  odds: (names: string, value: string, low: string, high: string) =>
    `Odds ratio, ${names}, ${value} (${low} to ${high})`,
  hazard: (names: string, value: string, low: string, high: string) =>
    `Ratio of cumulative hazards, ${names}, ${value} (${low} to ${high})`,
  /** What a ratio is of. */
  ratioOf: (name: string, against: string) => `${name} to ${against}`,
  probability: (value: string, name: string) =>
    `probability of a higher rate with ${name} ${value}`,
  probabilityAlive: (value: string, name: string) =>
    `probability that more do well with ${name} ${value}`,
  /** Ends what is said of a ratio. */
  ifComparable: "if the patients were comparable",
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
  intentionToTreat: {
    ...opened.intentionToTreat,
    /** Known for `k` cohorts, while `pooled` are in the number above. */
    scope: (k: number, pooled: number) =>
      k === 0
        ? `Not reported in our sources for the ${pooled} counted above.`
        : `Reported for ${k}: another set than the ${pooled} counted above.`,
    /** Where it follows from the infused. */
    derived: "No source reports it for the number above; it follows from the infused.",
    /** The number above counts these patients already. */
    already: (k: number) =>
      k === 1
        ? "The one counted above counts all of them."
        : `The ${k} counted above count all of them.`,
    pooled: (rate: string, range: string, k: number) =>
      `In a typical one of these ${k}: ${rate} of 100 ${range}.`,
    rate: (rate: string, population: StudyResult["population"], range: string, count: string) =>
      `${rate} of 100 ${who[population] ?? population} ${count ? `(${count}, ${range.slice(1)}` : range}`,
    /** How many were infused, in other cohorts of the pool: `KarMMa 128 of 140`. */
    infused: (cohorts: readonly string[]) =>
      `Infused, of all with cells collected: ${cohorts.join(", ")}.`,
  },
  of100: (rate: string) => `${rate} of 100`,
  followed,
  /** Before the source in which a number was read, if that is not the trial's own paper. */
  readIn: "number read in ",
  /** Above the kind of regimen that does not stand for its class. */
  regimen: {
    monotherapy: "given alone",
    combination: "with other myeloma drugs",
  } satisfies Record<OtherRegimen["regimen"], string>,
  published,
  compared,
};
