/** Meta-analyses of others beside a row, one a publication: its rates, of whom, and how they fit ours. */
import type { PublishedBeside } from "#core/comparison/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { PublishedWords } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { analysesOf, contrastOf, differencesOf } from "../words/published-in-words.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";

export interface PublishedAnalysis {
  readonly citation: string;
  readonly href: string | null;
  /** Whether its rates are of different patients, so that each needs a line of its own. */
  readonly apart: boolean;
  readonly rates: readonly {
    readonly group: TherapyClass;
    /** Of which other patients it is; before the number, and once where that is the same of both. */
    readonly ofWhom: string;
    /** "88 of 100 (72–96)" */
    readonly rate: string;
    /** Its cohorts; empty if that is not printed. */
    readonly size: string;
  }[];
  /** "odds ratio 3.9 (1.8–8.8)"; empty without one. */
  readonly contrast: string;
  /** How far it searched, and whether it has both classes. */
  readonly facts: string;
}

export function publishedOf(
  { pools }: Pick<PublishedBeside, "pools">,
  words: PublishedWords,
  numbers: Numbers,
): PublishedAnalysis[] {
  return analysesOf({ pools }).flatMap((analysis) => {
    const shown = therapyClasses.flatMap((group) => {
      const pool = analysis[group];
      return pool ? [{ group, pool }] : [];
    });
    const [first] = shown;
    if (!first) return [];
    const { citation, href, searchedTo, year } = first.pool;
    const ratio = contrastOf(analysis["car-t"], numbers);
    const others = shown.map(({ pool }) => differencesOf(pool, words).join("; "));
    const apart = new Set(others).size > 1;
    const searched = searchedTo === null ? numbers.plain(year) : words.searchedTo(searchedTo);
    return {
      citation,
      href,
      apart,
      rates: shown.map(({ group, pool }, index) => ({
        group,
        ofWhom: (apart || index === 0 ? others[index] : null) ?? "",
        rate:
          pool.estimate === null
            ? words.counted(pool.events)
            : words.rate(
                rateOf100(pool.estimate, 0, numbers),
                pool.interval && rangeOf100(pool.interval, numbers),
              ),
        size: words.size(pool.k),
      })),
      contrast: ratio ? words.contrast(ratio) : "",
      facts: [searched, first.pool.bothClasses && words.bothClasses].filter(Boolean).join("; "),
    };
  });
}
