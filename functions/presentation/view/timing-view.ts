/** The printed times of a row: which cohorts stand in it, and what each line says. */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import { type TimingLine, timingAmong } from "#core/evidence/timing.ts";
import type { CitedTiming } from "#data/timing.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { TimingWords } from "../words/contract/timing.ts";
import { productName } from "../words/product-name.ts";
import { linkTo } from "./source-link.ts";

export interface TimingOfClass {
  group: TherapyClass;
  lines: readonly TimingLine[];
}

/** The classes with a line in this row, each by itself. Cohorts that were not asked for have none. */
export function timingInRow(
  lines: readonly TimingLine[],
  { pools }: Pick<OutcomeComparison, "pools">,
): TimingOfClass[] {
  const asked = groups.flatMap((group) => {
    const { studies, notPooled, beside } = pools[group];
    return [...studies, ...notPooled, ...(beside?.studies ?? [])].map(({ cohort }) => cohort);
  });
  return timingByClass(timingAmong(lines, new Set(asked)));
}

export function timingByClass(lines: readonly TimingLine[]): TimingOfClass[] {
  return groups
    .map((group) => ({ group, lines: lines.filter((line) => line.therapyClass === group) }))
    .filter((one) => one.lines.length > 0);
}

/**
 * What stands after the name of the cohort: `cilta-cel: onset a median of …; duration a median of …`.
 * Where some time is of another outcome than that of the row, each says of which it is.
 */
export function timingText(
  { product, times }: Pick<TimingLine, "product" | "times">,
  row: string | null,
  outcomeLabel: (id: string) => string,
  words: TimingWords,
): string {
  const isMixed = times.some(({ outcome }) => outcome !== row);
  const text = times.map((time) =>
    time.outcome === null || !isMixed
      ? words.time(time)
      : `${outcomeLabel(time.outcome)}: ${words.time(time)}`,
  );
  return `${productName(product)}: ${text.join("; ")}`;
}

export interface TimingSource {
  /** Citation and places: `Journal 2024 – Table 1; Results`. */
  text: string;
  href: string | null;
  tier: number;
}

/** Each source of a line once, with all places that it was read in. */
export function timingSources(times: readonly CitedTiming[]): TimingSource[] {
  const bySource = new Map<string, CitedTiming[]>();
  for (const time of times) {
    const { citation } = time.source;
    bySource.set(citation, [...(bySource.get(citation) ?? []), time]);
  }
  return [...bySource].flatMap(([citation, own]) => {
    const places = [...new Set(own.map(({ locator }) => locator))].join("; ");
    const source = own[0]?.source;
    return source
      ? { text: `${citation} – ${places}`, href: linkTo(source), tier: source.tier }
      : [];
  });
}
