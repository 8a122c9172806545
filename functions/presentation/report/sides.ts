/** One class of a row in words: its number and what it rests on, or why there is none. */
import type { Interval } from "#core/answer/answer.ts";
import type { Query } from "#core/question/query.ts";
import { familyOf } from "#data/landmarks.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiComparison, ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import { displayedRate, intervalOfPool } from "../statement/displayed-rate.ts";
import { studyWordOf } from "../statement/headline-outcome.ts";
import { missingReason } from "../statement/missing.ts";
import { nameOfClass } from "../statement/products.ts";
import { sideOf } from "../statement/side.ts";
import { heterogeneityText } from "../statement/statistics.ts";
import type { OfClass } from "../words/arguments.ts";
import type { Catalogue, ReportWords } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { line, type Paragraph, paragraph } from "./document.ts";
import type { References } from "./references.ts";

/** Who is counted, and what happened to them. */
export function whatOf({ over, phrase }: ApiRow, { patientsOf }: ReportWords): string {
  return `${patientsOf[over]} ${phrase}`;
}

/** What a row compares: the classes or, where a class rests on one product, that product. */
export function namesOf({ pools }: ApiRow, { report, screen }: Catalogue): OfClass {
  const nameOf = (group: TherapyClass) =>
    nameOfClass(pools[group], report.className[group], screen.headline);
  return { "car-t": nameOf("car-t"), bsab: nameOf("bsab") };
}

/** `82–97`, per 100 patients. */
export function ends(interval: Interval, numbers: Numbers): string {
  return rangeOf100(interval, numbers).slice(1, -1);
}

export function poolParagraph(
  group: TherapyClass,
  row: ApiRow,
  comparison: ApiComparison,
  words: Catalogue,
): Paragraph[] {
  const pool = row.pools[group];
  const shown = displayedRate(pool);
  const { report, screen } = words;
  if (shown === null) {
    return paragraph(
      missingSentence(group, row, comparison, words),
      beside(group, pool, comparison.query, words),
    );
  }
  const { k, n, events, products } = pool;
  return paragraph(
    report.pool.rate({
      group,
      name: namesOf(row, words)[group],
      single: k === 1,
      rate: rateOf100(shown.estimate, 0, screen.numbers),
      patients: report.patientsOf[row.over],
      phrase: row.phrase,
      kind: intervalOfPool(comparison.query, pool),
      range: ends(shown.interval, screen.numbers),
    }),
    report.pool.evidence({
      cohorts: k,
      noun: studyWordOf(comparison.query),
      n,
      events,
      what: whatOf(row, report),
    }),
    followUp(pool, words),
    heterogeneity(pool, familyOf(row.outcome) !== null, words),
    products.length > 1 && report.pool.products(products),
    beside(group, pool, comparison.query, words),
  );
}

/** Why a class has no number. */
function missingSentence(
  group: TherapyClass,
  row: ApiRow,
  { query, selection: { cohorts: selected } }: ApiComparison,
  { report: { missing }, screen }: Catalogue,
): string {
  const pool = row.pools[group];
  const why = missingReason(group, row, { query, selected });
  switch (why) {
    case "not-for":
      return missing.notFor(group, row.notFor ?? "");
    case "not-asked":
      return missing.notAsked(group, group === "car-t" ? "bsab" : "car-t");
    case "by-trial":
      return missing.byTrial(group, sideOf(group, row, { strings: screen, query }).evidence);
    case "none-selected":
      return missing.noCohort(group);
    default:
      return why === "other-regimen" && pool.regimen
        ? missing.noneOfRegimen(group, pool.regimen)
        : missing.notReported(group, pool.of, why === "silent");
  }
}

function followUp({ k, followUp: told }: ApiPool, { report, screen }: Catalogue): string | null {
  if (told === null) return null;
  const { months, unknownShare } = told;
  const isStated = unknownShare > 0 && (months !== null || unknownShare < 1);
  const share = isStated ? rateOf100(unknownShare, 0, screen.numbers) : null;
  return report.pool.followUp({ single: k === 1, months, share });
}

/** With fewer cohorts the spread between them can hardly be estimated. */
const fewCohorts = 3;

function heterogeneity(
  pool: ApiPool,
  landmark: boolean,
  { report: { pool: words }, detail, screen: { numbers } }: Catalogue,
): string | null {
  const { k, tau, i2, predictionInterval, heterogeneity: tested } = pool;
  const { spread } = words;
  const predicted = predictionInterval && ends(predictionInterval, numbers);
  if (k === 1) return predicted === null ? spread.single : spread.another(predicted);
  const facts = tested && heterogeneityText(tested, detail.heterogeneity, numbers);
  const said = facts
    ? spread.tested(facts, landmark)
    : spread.of(
        tau === null ? null : numbers.fixed(tau, 2),
        i2 === null ? null : numbers.fixed(Math.round(i2)),
        landmark,
      );
  // A prediction for another cohort is not meaningful.
  if (k < fewCohorts) return spread.few(said, k);
  return predicted === null ? spread.alone(said) : spread.predicted(said, predicted);
}

/** The other kind of regimen is not in the pool. */
function beside(
  group: TherapyClass,
  { beside: other }: ApiPool,
  query: Query,
  { report, screen }: Catalogue,
): string | null {
  const shown = other && displayedRate(other);
  if (!other || !shown) return null;
  return report.pool.beside({
    name: screen.nameOfBeside(other.products, report.className[group], other.regimen),
    rate: rateOf100(shown.estimate, 0, screen.numbers),
    range: ends(shown.interval, screen.numbers),
    cohorts: other.k,
    noun: studyWordOf(query),
  });
}

/** A response over all with cells collected: each count with its source, and whether it is derived. */
export function collectedParagraph({ pools }: ApiRow, references: References): Paragraph[] {
  const known = pools["car-t"].intentionToTreat?.collected;
  if (!known) return [];
  return paragraph(
    known.text,
    ...known.cohorts.map(({ label, text, citation }) =>
      line(`${label}: ${text}.`, references.cite(citation)),
    ),
  );
}
