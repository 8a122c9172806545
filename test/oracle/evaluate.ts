import { adjustedContrastModel } from "./models/adjusted-contrast.ts";
import { bayes } from "./models/bayes.ts";
import { edge } from "./models/edge.ts";
import { glmmModerator } from "./models/glmm-moderator.ts";
import { glmmPool } from "./models/glmm-pool.ts";
import { groupAndCovariate } from "./models/group-and-covariate.ts";
import { groupAndCovariateTests, groupTests } from "./models/group-tests.ts";
import { inverseVariance } from "./models/inverse-variance.ts";
import { landmark } from "./models/landmark.ts";
import { metaRegression } from "./models/meta-regression.ts";
import { roex } from "./models/roex.ts";
import { single } from "./models/single.ts";
import { specialFunction } from "./models/special-function.ts";
import { tau2Intervals } from "./models/tau2-intervals.ts";
import type { OracleModel } from "./oracle-model.ts";
import { type Deviation, deviations, type OracleCase } from "./within-tolerance.ts";

/**
 * Compares every expected figure of a case with what the engine computes.
 *
 * @throws Error for a model that does not exist or a case that expects nothing.
 */
export function evaluate(testCase: OracleCase): readonly Deviation[] {
  const got = modelOf(testCase).compute(testCase.input, testCase.options);
  const misses = deviations(got, testCase.expected, testCase.tolerance);
  // A figure that is not asserted is `null`, but a case without any figure is a mistake.
  if (Object.keys(testCase.expected).length === 0) throw new Error("the case expects no figure");
  return misses;
}

/**
 * Returns the model that the options of a case name.
 *
 * @throws Error for a model that does not exist.
 */
function modelOf({ options }: OracleCase): OracleModel {
  const { model, moderator, transform } = options;
  if (moderator === "covariate") return metaRegression;
  if (model === "glmm") return moderator == null ? glmmPool : glmmModerator;
  if (model === "inverse-variance") return transform === "cloglog" ? landmark : inverseVariance;
  const modelNamed = typeof model === "string" ? MODELS.get(model) : undefined;
  if (modelNamed === undefined) throw new Error(`unknown model ${JSON.stringify(model)}`);
  return modelNamed;
}

const MODELS: ReadonlyMap<string, OracleModel> = new Map([
  ["adjusted-contrast", adjustedContrastModel],
  ["bayes", bayes],
  ["glmm and inverse-variance", edge],
  ["group-and-covariate", groupAndCovariate],
  ["group-and-covariate-tests", groupAndCovariateTests],
  ["groups", groupTests],
  ["inverse-variance and glmm", tau2Intervals],
  ["roex-2020", roex],
  ["single", single],
  ["special-function", specialFunction],
]);
