import { bayes } from "./models/bayes.ts";
import { cumulative } from "./models/cumulative.ts";
import { edge } from "./models/edge.ts";
import { glmmModerator } from "./models/glmm-moderator.ts";
import { glmmPool } from "./models/glmm-pool.ts";
import { influence } from "./models/influence.ts";
import { inverseVariance } from "./models/inverse-variance.ts";
import { landmark } from "./models/landmark.ts";
import { metaRegression } from "./models/meta-regression.ts";
import { nested } from "./models/nested.ts";
import { roex } from "./models/roex.ts";
import { single } from "./models/single.ts";
import { smallStudy } from "./models/small-study.ts";
import { specialFunction } from "./models/special-function.ts";
import { tau2Intervals } from "./models/tau2-intervals.ts";
import type { OracleModel } from "./oracle-model.ts";
import { type Deviation, deviations, type OracleCase } from "./within-tolerance.ts";

/**
 * Compares every expected figure of a case with what the engine computes.
 *
 * @throws Error for a model that does not exist or a case that expects nothing.
 */
export function evaluate(one: OracleCase): readonly Deviation[] {
  const got = modelOf(one).compute(one.input, one.options);
  const found = deviations(got, one.expected, one.tolerance);
  // A figure that is not asserted is `null`, but a case without any figure is a mistake.
  if (Object.keys(one.expected).length === 0) throw new Error("the case expects no figure");
  return found;
}

/**
 * The model for the options of a case. Influence has the options of the pool, so it is recognised
 * by the expected figures.
 *
 * @throws Error for a model that does not exist.
 */
function modelOf({ options, expected }: OracleCase): OracleModel {
  const { model, moderator, transform } = options;
  if (moderator === "covariate") return metaRegression;
  if (model === "glmm") return moderator == null ? glmmPool : glmmModerator;
  if (model === "inverse-variance") {
    if (Object.keys(expected).some((key) => INFLUENCE.has(key))) return influence;
    return transform === "cloglog" ? landmark : inverseVariance;
  }
  const found = typeof model === "string" ? MODELS.get(model) : undefined;
  if (found === undefined) throw new Error(`unknown model ${JSON.stringify(model)}`);
  return found;
}

const INFLUENCE: ReadonlySet<string> = new Set([
  ...["leaveOneOut", "glmmLeaveOneOut", "rstudent", "rstandard", "dffits", "cookDistance"],
  ...["covRatio", "hat", "dfbetas"],
]);

const MODELS: ReadonlyMap<string, OracleModel> = new Map([
  ["bayes", bayes],
  ["bayes-nested", nested],
  ["bayes-nested-landmark", nested],
  ["cumulative", cumulative],
  ["glmm and inverse-variance", edge],
  ["inverse-variance and glmm", tau2Intervals],
  ["roex-2020", roex],
  ["single", single],
  ["small-study", smallStudy],
  ["special-function", specialFunction],
]);
