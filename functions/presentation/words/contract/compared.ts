/** The words of the studies in which others set treatments against each other. */
import type { ComparisonTable } from "#core/evidence/adjusted-comparisons.ts";

type Row = ComparisonTable["rows"][number];
type Effect = NonNullable<Row["effect"]>;

export interface ComparedWords {
  readonly heading: string;
  readonly note: string;
  readonly none: string;
  readonly loading: string;
  /** What lists every study that set the two classes against each other. */
  readonly all: string;
  /** Unfolds the studies after the first ones. */
  readonly more: (studies: number) => string;
  readonly design: Readonly<Record<ComparisonTable["design"], string>>;
  readonly contrast: Readonly<Record<ComparisonTable["contrast"], string>>;
  readonly method: (method: string) => string;
  readonly mixed: string;
  readonly against: (of: string, against: string) => string;
  readonly counted: (events: number, n: number) => string;
  readonly percent: (value: number) => string;
  readonly median: (months: number) => string;
  readonly interval: (low: number | null, high: number | null) => string;
  /** An effect, and which side has more events above its neutral value. */
  readonly effect: (effect: Omit<Effect, "moreEventsAbove">, more: string) => string;
  readonly favours: (side: string) => string;
  /** Number of comparisons that were summarised. */
  readonly summarised: (k: number) => string;
  readonly p: (text: string) => string;
  readonly notPrinted: string;
}
