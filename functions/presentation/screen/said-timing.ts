/** What the printed times of a cohort say, with their sources. */

import { linkTo } from "#core/evidence/provenance.ts";
import type { TimingLine } from "#core/evidence/timing.ts";
import type { CitedTiming } from "#data/timing.ts";
import type { TimingWords } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";

/** What is said of a cohort, after its name. */
export interface SaidTiming {
  /** `cilta-cel: onset a median of …; duration a median of …` */
  said: string;
  sources: readonly TimingSource[];
}

/** @param row Where some time is of another outcome than that of the row, each says of which it is. */
export function saidTiming(
  line: Pick<TimingLine, "product" | "times">,
  row: string | null,
  outcomeLabel: (id: string) => string,
  words: TimingWords,
): SaidTiming {
  return {
    said: timingText(line, row, outcomeLabel, words),
    sources: timingSources(line.times),
  };
}

function timingText(
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
function timingSources(times: readonly CitedTiming[]): TimingSource[] {
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
