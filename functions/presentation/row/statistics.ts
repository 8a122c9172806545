/**
 * States the statistics of a row: the ratio of its contrast with its interval, the probability of its direction, and
 * the heterogeneity of a pool.
 */

import type { Heterogeneity, Interval, Row } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { classAdjective, className } from "../words/names.ts";
import {
  formatFixedDigits,
  formatProbability,
  formatPValue,
  formatRatioValue,
} from "../words/numbers.ts";
import { joinByCommas, joinBySemicolons } from "../words/sentences.ts";
import { nameClassOrOnlyProductWithRegimen, nameOnlyProduct } from "./products.ts";

/** Lists the statistics of an opened row: its contrast, and the heterogeneity of each class. */
export function listStatisticsSentences(row: Row): string[] {
  const spread = therapyClasses.flatMap((group) => {
    const { heterogeneity, i2, products } = row.pools[group];
    if (!heterogeneity) return [];
    const facts = describeHeterogeneity(heterogeneity, i2);
    return `Heterogeneity, ${nameOnlyProduct({ products }) ?? className[group]}: ${facts}.`;
  });
  return [describeContrastStatistics(row), ...spread].filter(Boolean);
}

/**
 * Returns text such as `Odds ratio, CAR-T to bispecific, 3.9 (2.1 to 7.4), probability of a higher rate with CAR-T > 99
 * %, …`. Survival at a month has the ratio of cumulative hazards, and a model without a probability has P. It is empty
 * without a difference.
 */
export function describeContrastStatistics({
  contrasts: [contrast],
  pools,
}: Pick<Row, "contrasts" | "pools">): string {
  if (contrast?.status !== "ok") return "";
  const { oddsRatio, interval, hazardRatio, hazardRatioInterval } = contrast;
  const { probabilityHigher, pValue } = contrast;
  const name = nameClassOrOnlyProductWithRegimen(pools["car-t"], className["car-t"]);
  const against = nameClassOrOnlyProductWithRegimen(pools.bsab, classAdjective.bsab);
  const chance = hazardRatio === null ? "of a higher rate" : "that more do well";
  const withEnds = (value: number, [low, high]: Interval) =>
    `${name} to ${against}, ${formatRatioValue(value)} (${formatRatioValue(low)} to ${formatRatioValue(high)})`;
  const texts = [
    oddsRatio !== null && interval !== null && `Odds ratio, ${withEnds(oddsRatio, interval)}`,
    hazardRatio !== null &&
      hazardRatioInterval !== null &&
      `Ratio of cumulative hazards, ${withEnds(hazardRatio, hazardRatioInterval)}`,
    probabilityHigher !== null &&
      `probability ${chance} with ${name} ${formatProbability(probabilityHigher)}`,
    pValue !== null && formatPValue(pValue),
    "if the patients were comparable",
  ];
  return `${joinByCommas(texts)}.`;
}

const testNames: Readonly<Record<Heterogeneity["tests"][number]["name"], string>> = {
  cochran: "Q",
  "likelihood-ratio": "likelihood-ratio Q",
  wald: "Wald Q",
};

/** Returns text such as `Q 40.1 on 13 df, P < 0.001; τ² 0.24 (0.09 to 1.56); I² 72 % (48 to 94)`. */
function describeHeterogeneity(
  { tests, tau2, tau2Interval, i2Interval }: Heterogeneity,
  i2: number | null,
): string {
  const ends = (interval: Interval | null, digits: number) =>
    interval
      ? ` (${formatFixedDigits(interval[0], digits)} to ${formatFixedDigits(interval[1], digits)})`
      : "";
  return joinBySemicolons([
    ...tests.map(
      ({ name, q, df, pValue }) =>
        `${testNames[name]} ${formatFixedDigits(q, 1)} on ${df} df, ${formatPValue(pValue)}`,
    ),
    tau2 !== null && `τ² ${formatFixedDigits(tau2, 2)}${ends(tau2Interval, 2)}`,
    i2 !== null && `I² ${formatFixedDigits(i2)} %${ends(i2Interval, 0)}`,
  ]);
}
