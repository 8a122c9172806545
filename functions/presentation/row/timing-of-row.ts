/** Lists the printed times of a row: the cohorts that have one, and the text of each cohort with its sources. */

import type { Row } from "#core/answer/answer.ts";
import {
  filterTimingLinesByCohorts,
  type OnsetRange,
  type TimingLine,
} from "#core/evidence/timing-lines.ts";
import type { CitedTiming } from "#data/cited-times.ts";
import { linkToRecordElsePage } from "#data/source-address.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { describePrintedTime } from "../words/dates-and-times.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameOutcome } from "../words/outcome-names.ts";
import { nameProduct, nameProductWithRegimen } from "../words/product-name.ts";
import { joinWithConjunction } from "../words/sentences.ts";

type LineOfCohort = Pick<TimingLine, "cohort" | "parts" | "therapyClass">;

export interface TimingOfClass<L extends LineOfCohort> {
  group: TherapyClass;
  lines: readonly L[];
}

/** Returns the lines of a row by class, only for cohorts that the row selects. */
export function groupRowTimingByClass<L extends LineOfCohort>(
  lines: readonly L[],
  { pools }: Pick<Row, "pools">,
): TimingOfClass<L>[] {
  const cohorts = therapyClasses.flatMap((group) => {
    const { studies, notPooled, notReported, otherRegimen } = pools[group];
    const reporting = [...studies, ...notPooled, ...(otherRegimen?.studies ?? [])];
    return [...reporting.map(({ cohort }) => cohort), ...notReported];
  });
  return groupCohortTimingByClass(lines, cohorts);
}

/** Returns the lines of these cohorts by class; a class without a line has no entry. */
export function groupCohortTimingByClass<L extends LineOfCohort>(
  lines: readonly L[],
  cohorts: readonly string[],
): TimingOfClass<L>[] {
  const among = filterTimingLinesByCohorts(lines, new Set(cohorts));
  return therapyClasses
    .map((group) => ({ group, lines: among.filter((line) => line.therapyClass === group) }))
    .filter((ofClass) => ofClass.lines.length > 0);
}

/** Holds the text that follows the name of a cohort, with its sources. */
interface TimingText {
  /** States the times, as in `cilta-cel: onset a median of …; duration a median of …`. */
  text: string;
  sources: readonly TimingSource[];
}

/**
 * Returns the drug of a line with its times in words, and the sources of these times.
 *
 * @param row Outcome of the row. If any time is of another outcome, each time names its outcome.
 */
export function makeTimingTextWithSources(
  line: Pick<TimingLine, "product" | "times">,
  row: string | null,
): TimingText {
  return {
    text: describeTimes(line, row),
    sources: listTimingSources(line.times),
  };
}

function describeTimes(
  { product, times }: Pick<TimingLine, "product" | "times">,
  row: string | null,
): string {
  const isMixed = times.some(({ outcome }) => outcome !== row);
  const text = times.map((time) =>
    time.outcome === null || !isMixed
      ? describePrintedTime(time)
      : `${nameOutcome(time.outcome)}: ${describePrintedTime(time)}`,
  );
  return `${nameProduct(product)}: ${text.join("; ")}`;
}

export interface TimingSource {
  text: string;
  href: string | null;
  /** Names the places that were read, as in `Table 1; Results`. */
  locator: string;
  tier: number;
}

/** Lists the sources of a line, each once, with all places in it that have a time. */
export function listTimingSources(times: readonly CitedTiming[]): TimingSource[] {
  const bySource = new Map<string, CitedTiming[]>();
  for (const time of times) {
    const { citation } = time.source;
    bySource.set(citation, [...(bySource.get(citation) ?? []), time]);
  }
  return [...bySource].flatMap(([citation, ofSource]) => {
    const locator = [...new Set(ofSource.map((time) => time.locator))].join("; ");
    const source = ofSource[0]?.source;
    return source
      ? { text: citation, href: linkToRecordElsePage(source), locator, tier: source.tier }
      : [];
  });
}

/**
 * Returns text such as "Starts (median): elranatamab and teclistamab 2 days after the most recent dose; …".
 *
 * @param ranges Ranges of one outcome. Only ranges with the same start stand together, because times with different
 * starts cannot be compared.
 * @returns An empty text without any range.
 */
export function describeOnsets(ranges: readonly OnsetRange[]): string {
  if (ranges.length === 0) return "";
  const starts = [...new Set(ranges.map(({ from }) => from))];
  const clauses = starts.map((start) => {
    const together = ranges.filter(({ from }) => from === start);
    const times = [...new Set(together.map(formatOnsetRange))].map((time) => {
      const names = together
        .filter((range) => formatOnsetRange(range) === time)
        .map(({ product, regimen }) => nameProductWithRegimen(product, regimen));
      return `${joinWithConjunction(names)} ${time}`;
    });
    return `${times.join(", ")} ${start === null ? "(from when: not reported)" : `after ${start}`}`;
  });
  return `Starts (median): ${clauses.join("; ")}.`;
}

/** Writes a range in days, or in hours if it ends below two days and not at a whole day. */
function formatOnsetRange({ medianDays: [lowest, highest] }: OnsetRange): string {
  const isInHours = highest < 2 && !Number.isInteger(highest);
  const size = (days: number) => formatPlainNumber(isInHours ? Math.round(24 * days) : days);
  const unit = isInHours ? "hour" : "day";
  if (lowest === highest) return `${size(lowest)} ${size(lowest) === "1" ? unit : `${unit}s`}`;
  return `${size(lowest)}–${size(highest)} ${unit}s`;
}
