/** The cohorts of an outcome: pooled ones with their figures, the others with the reason. */

import type { StudyResult } from "#core/answer/answer.ts";
import type { TimingLine } from "#core/evidence/timing.ts";
import type { Query } from "#core/question/query.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison, ApiRow } from "#presentation/words/api-answer.ts";
import { studyWordOf } from "../statement/headline-outcome.ts";
import { reportedText } from "../statement/not-pooled.ts";
import { saidTiming, type TimingOfClass, timingInRow } from "../statement/timing.ts";
import type { StudyWord } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { rateOf100 } from "../words/rates.ts";
import {
  type Block,
  folded,
  type Line,
  type List,
  line,
  list,
  type Part,
  type Piece,
  paragraph,
} from "./document.ts";
import { byReason } from "./left-out.ts";
import type { References } from "./references.ts";
import type { ReportParts } from "./report-parts.ts";
import { ends } from "./sides.ts";

export function cohortLists(
  row: ApiRow,
  { query }: ApiComparison,
  references: References,
  words: Catalogue,
): List[] {
  return therapyClasses.flatMap((group) => [
    ...pooled(group, row, query, references, words),
    ...notPooled(group, row, studyWordOf(query), words),
  ]);
}

function pooled(
  group: TherapyClass,
  { outcome, pools }: ApiRow,
  query: Query,
  references: References,
  words: Catalogue,
): List[] {
  const pool = pools[group];
  const { studies } = pool;
  const isApart = pool.status === "by-trial";
  return list(
    words.report.cohorts.pooled(
      studies.length,
      { group, noun: studyWordOf(query) },
      familyOf(outcome) !== null,
      isApart,
    ),
    studies.map((study) => studyLine(study, isApart, query, references, words)),
  );
}

function studyLine(
  study: StudyResult,
  isApart: boolean,
  { cut }: Query,
  references: References,
  catalogue: Catalogue,
): Line {
  const { label, product, events, n, estimate, interval, citation } = study;
  const { report, screen } = catalogue;
  const { cohorts: words } = report;
  const rate = rateOf100(estimate, 0, screen.numbers);
  const parts = [
    words.figure({ events, n, rate, range: ends(interval, screen.numbers) }),
    !isApart && words.weight(study.weight),
    words.over(study.population, study.derived ?? false),
    words.followUp(study.followUpMonths, study.cut),
    study.regimen === "combination" && words.combination,
    study.cut !== "primary" && study.cut !== cut && words.otherCut(study.cut),
  ].filter((part) => part !== false);
  return line(`${label}, ${productName(product)}: ${parts.join("; ")}`, references.cite(citation));
}

/** One item for each reason, the most frequent first, with what is reported although not pooled. */
function notPooled(
  group: TherapyClass,
  { pools }: ApiRow,
  noun: StudyWord,
  { report, detail }: Catalogue,
): List[] {
  const { cohorts: words } = report;
  const all = pools[group].notPooled;
  return list(
    words.notPooled(all.length, { group, noun }),
    byReason(all, ({ reason }) => reason).map(([reason, cohorts]) => {
      const labels = cohorts.map((cohort) => {
        const figure = reportedText(cohort, detail);
        return figure === "" ? cohort.label : `${cohort.label} (${figure})`;
      });
      return words.forReason(cohorts.length, noun, reason, labels);
    }),
  );
}

/** How soon and how long, as the cohorts of a row printed it. */
export function timingPart(parts: ReportParts, row: ApiRow, words: Catalogue): Part[] {
  const classes = timingInRow(parts.timing(row.outcome), row);
  return timingOfClasses(`${row.outcome}-timing`, classes, row.outcome, parts, words);
}

/**
 * Each class by itself, one line a cohort.
 *
 * @param row Outcome of the row that the lines stand in; `null` for times of the treatment.
 */
export function timingOfClasses(
  id: string,
  classes: readonly TimingOfClass<TimingLine>[],
  row: string | null,
  { outcomeLabel }: ReportParts,
  { detail, report, screen }: Catalogue,
): Part[] {
  if (classes.length === 0) return [];
  const lineOf = (times: TimingLine): Line => {
    const { said, sources } = saidTiming(times, row, outcomeLabel, report.timing);
    const cited = sources.flatMap(({ text, href, tier }): Piece[] => {
      const mark = detail.tier[tier];
      return [" · ", { text, href, isOutside: true, mark: "quiet" }, mark ? ` [${mark}]` : ""];
    });
    return line([
      { text: times.label, href: `/v1/cohorts/${times.cohort}` },
      `, ${said}`,
      ...cited,
    ]);
  };
  const blocks: Block[] = classes.flatMap(({ group, lines }) =>
    list(screen.className[group], lines.map(lineOf)),
  );
  return folded(id, detail.timing.heading, [...paragraph(detail.timing.note), ...blocks]);
}
