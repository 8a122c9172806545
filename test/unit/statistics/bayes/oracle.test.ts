import { describe, expect, test } from "vitest";
import {
  contrastPools,
  probabilityDifferenceExceeds,
} from "../../../../functions/statistics/bayes/contrast.ts";
import {
  type BayesPool,
  type Prior,
  poolLandmarks,
  poolProportions,
} from "../../../../functions/statistics/bayes/pool.ts";
import { failures, type OracleCase, oracleCases } from "../../../oracle/within-tolerance.ts";

interface Input {
  readonly events?: readonly number[];
  readonly n?: readonly number[];
  readonly y?: readonly number[];
  readonly se?: readonly number[];
  readonly group: readonly string[];
  readonly level: number;
}

function pool(one: OracleCase, group: string): BayesPool {
  const {
    events = [],
    n = [],
    y = [],
    se = [],
    group: groups,
    level,
  } = one.input as unknown as Input;
  const { prior } = one.options as { prior: Prior };
  const members = groups.flatMap((name, i) => (name === group ? [i] : []));
  const pick = (values: readonly number[], i: number) => values[i] ?? Number.NaN;
  return y.length > 0
    ? poolLandmarks(
        members.map((i) => ({ y: pick(y, i), se: pick(se, i) })),
        { prior, level },
      )
    : poolProportions(
        members.map((i) => ({ events: pick(events, i), n: pick(n, i) })),
        { prior, level },
      );
}

/** The figures under the names the fixtures give them. */
function named(result: BayesPool) {
  return {
    proportionMean: result.mean,
    proportionMedian: result.estimate,
    credibleInterval: result.interval,
    predictiveInterval: result.predictionInterval,
    marginal: result.marginal,
    muMean: result.mu?.mean,
    muSd: result.mu?.sd,
    muMedian: result.mu?.median,
    tauMean: result.tau?.mean,
    tauMedian: result.tau?.median,
    logMarginalLikelihood: result.logMarginalLikelihood,
  };
}

function computed(one: OracleCase) {
  const groups = [...new Set((one.input as unknown as Input).group)];
  const [first = "", second = ""] = groups;
  const a = pool(one, first);
  const b = pool(one, second);
  const contrast = contrastPools(a, b, { level: (one.input as unknown as Input).level });
  return {
    [first]: named(a),
    [second]: named(b),
    pCartGreater: contrast?.probabilityHigher,
    pAGreater: contrast?.probabilityHigher,
    logOddsRatioMean: contrast?.logOddsRatioMean,
    logOddsRatioSd: contrast?.logOddsRatioSd,
    oddsRatioMedian: contrast?.oddsRatio,
    oddsRatioInterval: contrast?.oddsRatioInterval,
    riskDifferenceMean: contrast?.differenceMean,
    riskDifferenceMedian: contrast?.difference,
    riskDifferenceInterval: contrast?.differenceInterval,
    pDifferenceExceeds10: probabilityDifferenceExceeds(a, b, 0.1),
  };
}

describe.each(["bayes", "bayes-independent"])("%s", (file) => {
  test.each(oracleCases(file).map((one) => [one.id, one] as const))("%s", (_, one) => {
    expect(failures(computed(one), one.expected, one.tolerance)).toEqual([]);
  });
});
