/** Meta-analyses of others beside a row, one a publication: its rates, of whom, and how they fit ours. */

import type { Answer, PublishedBeside, Row } from "#core/answer/answer.ts";
import type { TrialApart } from "#core/answer/trials-apart.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { className } from "../words/class-names.ts";
import { published as publishedWords } from "../words/published.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { joinedClauses } from "../words/sentences.ts";

export interface PublishedAnalysis {
  readonly citation: string;
  readonly href: string | null;
  /** Whether its rates are of different patients, so that each needs a line of its own. */
  readonly apart: boolean;
  readonly rates: readonly {
    readonly group: TherapyClass;
    /** Of whom it is; once where that is the same of both. */
    readonly ofWhom: string;
    /** "88 of 100 (72–96)" */
    readonly rate: string;
    /** Its cohorts; empty if that is not printed. */
    readonly size: string;
  }[];
  /** "odds ratio 3.9 (1.8–8.8)"; empty without one. */
  readonly contrast: string;
  /** How far it searched, else its year. */
  readonly facts: string;
}

export interface StatedPublished {
  /** What they are; where all lie on one side of ours; what our trials contradict. */
  readonly note: string;
  readonly analyses: readonly PublishedAnalysis[];
}

/**
 * `null` if the answer was made without them.
 *
 * @param apart Trials that set our rate apart from them.
 */
export function publishedOf(
  { published, set, pools: ours }: Pick<Row, "published" | "set" | "pools">,
  apart: readonly TrialApart[],
): StatedPublished | null {
  if (published === null) return null;
  const { pools, outside } = published;
  const all = therapyClasses.flatMap((group) => pools[group]);
  const publications = [...new Set(all.map(({ publication }) => publication))];
  const notes = [
    all.length === 0 ? publishedWords.none : publishedWords.note,
    outside.length > 0 && `${publishedWords.outside(outside)}.`,
    ...publishedFindings({ published, set, pools: ours }, apart),
  ];
  return {
    note: notes.filter(Boolean).join(" "),
    analyses: publications.flatMap((publication) => analysisOf(publication, pools)),
  };
}

/** What sets published pools apart from our trials, a sentence each; that all lie on one side of ours, a row says. */
export function publishedFindings(
  { published, set, pools: ours }: Pick<Row, "published" | "set" | "pools">,
  apart: readonly TrialApart[],
): string[] {
  const { pools, contradicted } = published ?? { pools: null, contradicted: [] };
  const isReported = pools !== null && therapyClasses.some((group) => pools[group].length > 0);
  return [
    ...apart.map((one) => {
      const [here, left, printed] = [ours[one.group].estimate ?? 0, one.estimate, one.published];
      return `${publishedWords.apart(one, rateOf100(here), rateOf100(left), rateOf100(printed))}.`;
    }),
    ...contradicted.map((one) => {
      const rate = rateOf100(one.estimate);
      return `${publishedWords.contradicted(one, rate)}.`;
    }),
    ...(set && isReported ? [`${publishedWords.ofSet(set.found, set.used)}.`] : []),
  ];
}

/**
 * "Vandenboom 2025 itself: CAR-T 88 of 100 (72–96), Bispecific 59 of 100 (55–63), odds ratio 3.9 (1.8–8.8); of
 * its 26 groups of patients, 14 report this"; empty where the question repeats no publication.
 */
export function paperOf(
  { published, set: ofRow }: Pick<Row, "published" | "set">,
  { set }: Pick<Answer, "set">,
): string {
  if (set === null || ofRow === null) return "";
  const said = publishedWords;
  // What it printed otherwise, or in conflict with itself, does not stand beside ours.
  const [printed] = published ? analysisOf(set.id, published.pools) : [];
  const numbers = (printed?.rates ?? []).map(({ group, rate }) => `${className[group]} ${rate}`);
  const found = [...numbers, printed?.contrast].filter(Boolean).join(", ");
  return joinedClauses([
    found && said.ofPaper(set.name, found),
    said.reporting(set.name, ofRow.found, ofRow.used),
  ]);
}

function analysisOf(id: string, pools: PublishedBeside["pools"]): PublishedAnalysis[] {
  const shown = therapyClasses.flatMap((group) =>
    pools[group].flatMap((pool) => (pool.publication === id ? [{ group, pool }] : [])),
  );
  const [first] = shown;
  if (!first) return [];
  const { citation, href, searchedTo, year } = first.pool;
  const { contrast } = first.pool;
  const ofWhom = shown.map(({ pool }) => publishedWords.ofWhom(pool));
  const apart = new Set(ofWhom).size > 1;
  return [
    {
      citation,
      href,
      apart,
      rates: shown.map(({ group, pool }, index) => ({
        group,
        ofWhom: (apart || index === 0 ? ofWhom[index] : null) ?? "",
        rate:
          pool.estimate === null
            ? publishedWords.counted(pool.events)
            : publishedWords.rate(
                rateOf100(pool.estimate),
                pool.interval && rangeOf100(pool.interval),
              ),
        size: publishedWords.size(pool.k),
      })),
      contrast: contrast ? publishedWords.contrast(contrast) : "",
      facts:
        searchedTo === null
          ? year === null
            ? ""
            : `${year}`
          : publishedWords.searchedTo(searchedTo),
    },
  ];
}
