/** The result of one class, in statistical terms. */

import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { knownFollowUp } from "#core/comparison/certainty-rules.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { heterogeneityText } from "../view/heterogeneity-text.ts";
import { shownRate } from "../view/shown-numbers.ts";
import type { BriefWords, Catalogue } from "../words/catalogue.ts";
import type { Numbers } from "../words/numbers.ts";
import { rateOf100 } from "../words/rates.ts";
import { missingSentence } from "./missing.ts";
import { namesOf } from "./names.ts";
import { ends, intervalOfPool, minimumCohortsForPrediction } from "./numbers.ts";
import { type Paragraph, paragraph } from "./parts.ts";

export function poolParagraph(
  group: TherapyClass,
  row: OutcomeComparison,
  comparison: Comparison,
  words: Catalogue,
): Paragraph[] {
  const pool = row.pools[group];
  const shown = shownRate(pool);
  if (shown === null) {
    return paragraph(missingSentence(group, row, comparison, words), beside(group, pool, words));
  }
  const { brief, screen } = words;
  const { numbers } = screen;
  return paragraph(
    brief.pool.rate({
      group,
      name: namesOf(row, words)[group],
      counted: pool.observed && pool.k,
      rate: rateOf100(shown.estimate, 0, numbers),
      patients: brief.patients(row.detail),
      phrase: row.phrase,
      kind: intervalOfPool(comparison.query, pool),
      range: ends(shown.interval, numbers),
    }),
    evidence(row, pool, brief),
    followUp(pool, words),
    heterogeneity(pool, comparison, row, words),
    products(pool, words),
    beside(group, pool, words),
  );
}

/** Who is counted, and what happened to them. */
export function whatOf(row: OutcomeComparison, brief: BriefWords): string {
  return brief.what(brief.patients(row.detail), row.phrase);
}

function evidence(row: OutcomeComparison, { k, n, events }: Pool, brief: BriefWords): string {
  return brief.pool.evidence({ cohorts: k, n, events, what: whatOf(row, brief) });
}

/**
 * The median is left out if it is unknown for too many patients, see `knownFollowUp`. Otherwise
 * that of a few patients would be read as that of all.
 */
function followUp(pool: Pool, { brief, screen }: Catalogue): string | null {
  if (pool.followUp === null) return null;
  const { unknownShare } = pool.followUp;
  const months = knownFollowUp(pool);
  // If follow-up is not known for any patient, there is no share to state.
  const told = unknownShare > 0 && (months !== null || unknownShare < 1);
  return brief.pool.followUp({
    single: pool.k === 1,
    months,
    share: told ? rateOf100(unknownShare, 0, screen.numbers) : null,
  });
}

function heterogeneity(
  pool: Pool,
  { query: { model } }: Comparison,
  { outcome }: OutcomeComparison,
  { brief: { pool: words }, detail, screen: { numbers } }: Catalogue,
): string | null {
  const { k, tau, i2, observed, predictionInterval, status, heterogeneity: tested } = pool;
  if (k === 1) {
    return predictionInterval === null
      ? words.spread.single
      : words.spread.another(ends(predictionInterval, numbers));
  }
  // Trials that are counted together do not differ.
  if (observed !== null) return null;
  const facts = tested && heterogeneityText(tested, detail.heterogeneity, numbers);
  if (model === "fixed" && status !== "fallback") {
    return facts ? words.spread.commonTested(facts) : words.spread.common;
  }
  const spread = facts
    ? words.spread.tested(facts, isLandmark(outcome), sharedTau2(pool, numbers))
    : words.spread.of(
        tau === null ? null : numbers.fixed(tau, 2),
        i2 === null ? null : numbers.fixed(Math.round(i2)),
        isLandmark(outcome),
      );
  if (k < minimumCohortsForPrediction) return words.spread.few(spread, k);
  return predictionInterval === null
    ? words.spread.alone(spread)
    : words.spread.predicted(spread, ends(predictionInterval, numbers));
}

/** τ² of the model, where it is another than that of the cohorts by themselves. */
function sharedTau2({ tau, heterogeneity: tested }: Pool, numbers: Numbers): string | null {
  if (tau === null || tested?.tau2 == null) return null;
  const shared = numbers.fixed(tau * tau, 2);
  return shared === numbers.fixed(tested.tau2, 2) ? null : shared;
}

/** Survival outcomes have their month in the id. */
export function isLandmark(outcome: string): boolean {
  return /^(?:pfs|os|dor)-\d+$/.test(outcome);
}

function products({ products: own }: Pool, { brief }: Catalogue): string | null {
  return own.length < 2 ? null : brief.pool.products(own);
}

/** The other kind of regimen is not in the pool. */
function beside(
  group: TherapyClass,
  { beside: other }: Pool,
  { brief, screen }: Catalogue,
): string | null {
  const { numbers } = screen;
  const shown = other && shownRate(other);
  if (!other || !shown) return null;
  return brief.pool.beside({
    name: screen.nameOfBeside(other.products, brief.className[group], other.regimen),
    rate: rateOf100(shown.estimate, 0, numbers),
    range: ends(shown.interval, numbers),
    cohorts: other.k,
  });
}
