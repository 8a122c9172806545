/** Sentences about rates over time. */
import type { Comparison, Interval, OutcomeComparison, RatePool } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { ownRate, shownDifference } from "../view/shown-numbers.ts";
import type { Catalogue } from "../words/contract/catalogue.ts";
import { differenceWords, probability, rateOf100, ratio } from "../words/rates.ts";
import { ends, intervalOfPool, minimumCohortsForPrediction } from "./numbers.ts";

/** The digits of a rate and of its interval, per 100 patient-years. A single trial is its own. */
export function rateTexts(
  of: RatePool | { per100: number; interval: Interval },
  { screen }: Catalogue,
) {
  const { per100, interval } = "studies" in of ? ownRate(of) : of;
  return {
    rate: rateOf100(per100 / 100, 0, screen.numbers),
    range: rangeOf(interval, { screen }),
  };
}

function rangeOf([lower, upper]: Interval, { screen }: Pick<Catalogue, "screen">): string {
  return ends([lower / 100, upper / 100], screen.numbers);
}

/** The result of one class in statistical terms. */
export function rateSentences(
  group: TherapyClass,
  row: OutcomeComparison,
  rate: RatePool,
  { query }: Comparison,
  words: Catalogue,
): string[] {
  const { brief, screen } = words;
  const kind = intervalOfPool(query, rate);
  const patients = brief.patients(row.detail);
  const { k, n, events, tau, predictionInterval, products } = rate;
  return [
    brief.overTime.rate({
      group,
      single: k === 1,
      ...rateTexts(rate, words),
      patients,
      phrase: row.phrase,
      kind,
    }),
    brief.pool.evidence({ cohorts: k, n, events, what: brief.what(patients, row.phrase) }),
    tau === null
      ? brief.pool.spread.single
      : brief.overTime.spread(
          screen.numbers.fixed(tau, 2),
          k < minimumCohortsForPrediction || predictionInterval === null
            ? null
            : rangeOf(predictionInterval, words),
        ),
    ...(products.length < 2
      ? []
      : [
          brief.overTime.products(
            kind,
            products.map((one) => ({
              product: one.product,
              cohorts: one.k,
              ...rateTexts(one, words),
            })),
          ),
        ]),
  ];
}

/** Difference, ratio and probability; empty if the rates cannot be contrasted. */
export function rateContrast(row: OutcomeComparison, words: Catalogue): string[] {
  const { brief, screen } = words;
  const rate = row.contrasts[0]?.rate;
  const shown = shownDifference(row);
  if (!rate || !shown) return [];
  const { numbers } = screen;
  const kind = rate.probabilityHigher === null ? "confidence" : "credible";
  const { amount, range } = differenceWords(shown.difference, shown.interval, screen);
  const [low, high] = rate.ratioInterval;
  return [
    brief.overTime.difference({
      amount: shown.difference === 0 ? null : amount,
      phrase: row.phrase,
      kind,
      range,
    }),
    brief.overTime.ratio({
      value: ratio(rate.ratio, numbers),
      kind,
      low: ratio(low, numbers),
      high: ratio(high, numbers),
    }),
    ...(rate.probabilityHigher === null
      ? []
      : [brief.overTime.chance(probability(rate.probabilityHigher, numbers))]),
  ];
}

/** What stands beside a proportion that cannot be pooled. */
export function insteadOf(
  group: TherapyClass,
  rate: RatePool | null,
  words: Catalogue,
): string | null {
  if (rate === null) return null;
  const { instead } = words.brief.overTime;
  return instead({ group, ...rateTexts(rate, words), cohorts: rate.k });
}
