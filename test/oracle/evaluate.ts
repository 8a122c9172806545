import type { OracleModel } from "./input.ts";
import { bayes } from "./models/bayes.ts";
import { edge, glmmModerator, glmmPool } from "./models/glmm.ts";
import { inverseVariance, landmark, roex, tau2Intervals } from "./models/inverse-variance.ts";
import * as regressions from "./models/meta-regression.ts";
import { single, specialFunction } from "./models/special-function.ts";
import { type Deviation, deviations, type OracleCase } from "./within-tolerance.ts";

/**
 * Compares every expected figure of a case with what the engine computes.
 *
 * @throws Error for a model that does not exist or a case that expects nothing.
 */
export function evaluate(testCase: OracleCase): readonly Deviation[] {
  const got = modelOf(testCase)(testCase.input, testCase.options);
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
  if (moderator === "covariate") return regressions.metaRegression;
  if (model === "glmm") return moderator == null ? glmmPool : glmmModerator;
  if (model === "inverse-variance") return transform === "cloglog" ? landmark : inverseVariance;
  const modelNamed = typeof model === "string" ? MODELS.get(model) : undefined;
  if (modelNamed === undefined) throw new Error(`unknown model ${JSON.stringify(model)}`);
  return modelNamed;
}

const MODELS: ReadonlyMap<string, OracleModel> = new Map([
  ["adjusted-contrast", regressions.adjustedContrast],
  ["bayes", bayes],
  ["glmm and inverse-variance", edge],
  ["group-and-covariate", regressions.groupAndCovariate],
  ["group-and-covariate-tests", regressions.groupAndCovariateTests],
  ["groups", regressions.groupTests],
  ["inverse-variance and glmm", tau2Intervals],
  ["roex-2020", roex],
  ["single", single],
  ["special-function", specialFunction],
]);
