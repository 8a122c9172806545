/** The words of an opened row. */
import type { BesidePool, Heterogeneity, StudyResult } from "#core/comparison/answer.ts";
import type { ComparedWords } from "./compared.ts";
import type { Abbreviations } from "./glossary.ts";
import type { PublishedWords } from "./published.ts";
import type { TimingHeading } from "./timing.ts";

type Ratio = (value: string, low: string, high: string) => string;

type Spread = (value: string, interval: readonly [string, string] | null) => string;

export interface DetailWords {
  readonly abbreviations: Abbreviations;
  /** An abbreviation in the name of the row, spelled out. */
  readonly spelledOut: (abbreviation: string, name: string) => string;
  /** What follows a press on a button that copies. */
  readonly copy: Readonly<Record<"copied" | "byHand", string>>;
  readonly study: string;
  readonly count: string;
  readonly patients: (n: number) => string;
  readonly rate: string;
  readonly weight: string;
  readonly pooled: string;
  /** Of the trials of one product, which are counted and not pooled. */
  readonly together: string;
  readonly prediction: string;
  /** What the arrows are. */
  readonly beyondAxis: string;
  /** The finding asked again by other rules. */
  readonly checks: Readonly<Record<"heading" | "loading", string>>;
  readonly why: string;
  readonly notPooled: string;
  readonly followUp: (months: number) => string;
  readonly odds: Ratio;
  readonly hazard: Ratio;
  readonly probability: (value: string, name: string) => string;
  readonly probabilityAlive: (value: string, name: string) => string;
  /** Of a pool by another model than the default one. An interval that is not known is `null`. */
  readonly heterogeneity: {
    readonly of: (name: string, facts: string) => string;
    readonly test: Readonly<
      Record<
        Heterogeneity["tests"][number]["name"],
        (statistic: string, df: number, p: string) => string
      >
    >;
    readonly tau2: Spread;
    readonly i2: Spread;
  };
  readonly silent: (labels: readonly string[]) => string;
  readonly medians: string;
  /** Heading of the column of medians. */
  readonly median: string;
  /** `null`: the end was not reached. */
  readonly medianRange: (low: number | null, high: number | null) => string;
  /** A median without a printed interval. */
  readonly noInterval: string;
  readonly medianSources: (count: number) => string;
  /** The same outcome over all who were to be treated. */
  readonly enrolled: {
    readonly title: string;
    /** Known for `k` cohorts, while `pooled` are in the number above. */
    readonly scope: (k: number, pooled: number) => string;
    /** The number above counts these patients already. */
    readonly already: (k: number) => string;
    readonly pooled: (rate: string, range: string, k: number) => string;
    readonly rate: (
      rate: string,
      population: StudyResult["population"],
      range: string,
      count: string,
    ) => string;
    /** How many were infused, in other cohorts of the pool: `KarMMa 128 of 140`. */
    readonly infused: (cohorts: readonly string[]) => string;
  };
  readonly counted: (events: number, n: number) => string;
  readonly percent: (value: number) => string;
  readonly at: (months: number) => string;
  readonly sourceCount: (count: number) => string;
  /** Before the source in which a number was read, if that is not the trial's own paper. */
  readonly readIn: string;
  /** How well a source was reviewed, if less than usual. */
  readonly tier: Readonly<Record<number, string>>;
  /** Above the kind of regimen that does not stand for its class. */
  readonly regimen: Readonly<Record<BesidePool["regimen"], string>>;
  readonly products: string;
  readonly productsNote: string;
  /** Link to the page where products stand side by side. */
  readonly productsBeside: string;
  readonly product: string;
  /** What a product’s trials counted, or printed of survival. */
  readonly reported: string;
  readonly certaintyLine: (level: string) => string;
  readonly certaintyBasis: string;
  /** Link to how the numbers are made. */
  readonly method: string;
  readonly sources: Readonly<Record<"loading" | "missing", string>>;
  /** The server says them in a line of the closed row, too. */
  readonly published: PublishedWords;
  readonly compared: ComparedWords;
  readonly timing: TimingHeading;
}
