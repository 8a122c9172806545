import * as v from "valibot";
import { contrastPools } from "#core/statistics/bayes/contrast.ts";
import { type BayesPool, poolLandmarks, poolProportions } from "#core/statistics/bayes/pool.ts";
import { groupNames, oracleModel, rows, rowsByGroup, studiesOf } from "../input.ts";

const shared = { group: groupNames, level: v.optional(v.number(), 0.95) };

const input = v.union([
  v.strictObject({ events: v.array(v.number()), n: v.array(v.number()), ...shared }),
  v.strictObject({ y: v.array(v.number()), se: v.array(v.number()), ...shared }),
]);

const options = v.strictObject({
  model: v.literal("bayes"),
  likelihood: v.picklist([
    "binomial-normal logit, exact; classes independent, own tau each",
    "binomial-normal logit, exact",
    "normal-normal, y = log(-log S); proportions are survival exp(-exp y), odds ratios are ratios of cumulative hazards",
  ]),
  prior: v.strictObject({
    mu: v.strictObject({ dist: v.literal("normal"), mean: v.number(), sd: v.number() }),
    tau: v.strictObject({ dist: v.literal("half-normal"), scale: v.number() }),
  }),
});

/** Pools two groups with the Bayesian model and contrasts CART, or the first group if there is none, with the other. */
export const bayes = oracleModel(input, options, (data, { likelihood, prior }) => {
  const { group, level } = data;
  if ("n" in data !== likelihood.startsWith("binomial")) {
    throw new RangeError("the likelihood does not fit the columns of the input");
  }
  if (new Set(group).size > 2) throw new RangeError("more than two groups have no one contrast");
  const pool = (of: readonly number[]): BayesPool =>
    "n" in data
      ? poolProportions(pick(studiesOf(data), of), { prior, level })
      : poolLandmarks(
          pick(
            rows(data.y, data.se).map(([y, se]) => ({ y, se })),
            of,
          ),
          { prior, level },
        );
  const members = rowsByGroup(group);
  const names = [...new Set(group)];
  const first = names.find((name) => name === "CART") ?? names[0] ?? "";
  const second = names.find((name) => name !== first) ?? "";
  const a = pool(members.get(first) ?? []);
  const b = pool(members.get(second) ?? []);
  const contrast = contrastPools(a, b, { level });
  return {
    [first]: figures(a),
    [second]: figures(b),
    pCartGreater: contrast?.probabilityHigher,
    pAGreater: contrast?.probabilityHigher,
    logOddsRatioMean: contrast?.logRatioMean,
    logOddsRatioSd: contrast?.logRatioSd,
    oddsRatioMedian: contrast?.ratio,
    oddsRatioInterval: contrast?.ratioInterval,
    riskDifferenceMean: contrast?.differenceMean,
    riskDifferenceMedian: contrast?.difference,
    riskDifferenceInterval: contrast?.differenceInterval,
  };
});

function pick<T>(values: readonly T[], indices: readonly number[]): T[] {
  return indices.flatMap((index) => values[index] ?? []);
}

/** The figures of a pool under the field names of the fixtures. */
function figures(pool: BayesPool) {
  return {
    proportionMean: pool.posterior?.moments.proportion.mean,
    proportionMedian: pool.estimate,
    credibleInterval: pool.interval,
    predictiveInterval: pool.predictionInterval,
    muMean: pool.mu?.mean,
    muSd: pool.mu?.sd,
    muMedian: pool.mu?.median,
    tauMean: pool.tau?.mean,
    tauMedian: pool.tau?.median,
    logMarginalLikelihood: pool.logMarginalLikelihood,
  };
}
