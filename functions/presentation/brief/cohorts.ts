/** The cohorts of an outcome: pooled ones with their figures, the others with the reason. */

import type {
  Comparison,
  MedianResult,
  NotPooled,
  OutcomeComparison,
  StudyResult,
} from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { isNotRepresented } from "../view/only-product.ts";
import type { BriefWords, Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { rateOf100 } from "../words/rates.ts";
import { byReason } from "./by-reason.ts";
import { ends } from "./numbers.ts";
import { type Line, type List, line, list } from "./parts.ts";
import { isLandmark } from "./pool.ts";
import type { References } from "./references.ts";

export function cohortLists(
  row: OutcomeComparison,
  { query }: Comparison,
  references: References,
  words: Catalogue,
): List[] {
  return groups.flatMap((group) => [
    ...pooled(group, row, query, references, words),
    ...notPooled(group, row, words.brief.cohorts),
    ...medians(group, row, references, words.brief.cohorts),
  ]);
}

function pooled(
  group: TherapyClass,
  { outcome, pools }: OutcomeComparison,
  query: Query,
  references: References,
  words: Catalogue,
): List[] {
  const pool = pools[group];
  const { studies } = pool;
  const isApart = isNotRepresented(pool);
  return list(
    words.brief.cohorts.pooled(studies.length, group, isLandmark(outcome), isApart),
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
  const { brief, screen } = catalogue;
  const { cohorts: words } = brief;
  const rate = rateOf100(estimate, 0, screen.numbers);
  const parts = [
    words.figure({ events, n, rate, range: ends(interval, screen.numbers) }),
    !isApart && words.weight(study.weight),
    words.over(study.population, study.derived ?? false),
    words.followUp(study.followUpMonths),
    study.regimen === "combination" && words.combination,
    study.cut !== "primary" && study.cut !== cut && words.otherCut(study.cut),
  ].filter((part) => part !== false);
  return line(
    `${label}, ${productName(product)}: ${parts.join("; ")}`,
    references.cite(citation, study.source),
  );
}

/** One item for each reason, the most frequent first. */
function notPooled(
  group: TherapyClass,
  { pools }: OutcomeComparison,
  words: BriefWords["cohorts"],
): List[] {
  const all = pools[group].notPooled;
  return list(
    words.notPooled(all.length, group),
    byReason(all, ({ reason }) => reason).map(([reason, cohorts]) => {
      const labels = cohorts.map((one) => `${one.label}${reported(one, words)}`);
      return words.forReason(cohorts.length, reason, labels);
    }),
  );
}

/** The result that the cohort reports although it is not pooled. */
function reported(
  { events, n, percentPrinted, followUpMonths }: NotPooled,
  { reported: words }: BriefWords["cohorts"],
): string {
  const figure =
    events !== null && n !== null
      ? words.events(events, n)
      : percentPrinted === null
        ? null
        : words.percent(Number(percentPrinted.toPrecision(4)));
  if (figure === null) return "";
  return ` (${followUpMonths === null ? figure : words.at(figure, followUpMonths)})`;
}

function medians(
  group: TherapyClass,
  row: OutcomeComparison,
  references: References,
  words: BriefWords["cohorts"],
): List[] {
  if (!isLandmark(row.outcome)) return [];
  const family = row.outcome.split("-")[0] ?? "";
  return list(
    words.medians(family, row.label, group),
    row.pools[group].medians.map((median) => medianLine(median, references, words)),
  );
}

function medianLine(
  { label, regimen, months, interval, citation }: MedianResult,
  references: References,
  words: BriefWords["cohorts"],
): Line {
  const printed = words.median(label, months, interval ?? [null, null]);
  const text = regimen === "combination" ? `${printed}; ${words.combination}` : printed;
  return line(text, references.cite(citation));
}
