/** Another model: the difference of a row by the same trials and a model with other assumptions about their spread. */
import { reference } from "../evidence/classes.ts";
import type { Query } from "../question/query.ts";
import type { Check } from "./answer.ts";
import { type Classes, trialsOfClasses } from "./changed-question.ts";
import { noResult } from "./check-names.ts";
import { findingOfCounts, per100 } from "./contrast.ts";
import type { Models } from "./models.ts";

/**
 * The default model has a prior on the spread between trials; binomial–normal by maximum likelihood has
 * none, and each class its own spread. A question that asks for the latter is checked by the default model.
 */
function otherThan(model: Query["model"]): "bayes" | "glmm" {
  return model === "glmm" ? "bayes" : "glmm";
}

/**
 * By t with Satterthwaite's degrees of freedom; lost if the interval of the odds ratio includes 1, and so
 * that of the difference 0. It cannot be asked where the model has no answer for a class.
 *
 * @param finding The side of 0 on which the difference of the row lies.
 */
export function otherModelCheck(
  classes: Classes,
  finding: -1 | 1,
  query: Query,
  models: Models,
): Check {
  const name = otherThan(query.model);
  const own = { ...noResult, check: "model", of: name } as const;
  const model = models.of({ ...query, model: name, interval: "t" });
  const compared = model.compare(classes, reference, "contrast");
  const result = compared.find(({ contrast }) => contrast)?.contrast;
  // Two classes that fell back to the default model have a contrast, which is that of the default model.
  const hasFallenBack = compared.some(({ fit }) => fit.status === "fallback");
  if (!result || hasFallenBack) return { ...own, status: "cannot-be-asked" };
  return {
    ...own,
    status: findingOfCounts(result) === finding ? "holds" : "lost",
    differencePer100: 100 * result.difference,
    differenceInterval: per100(result.differenceInterval),
    oddsRatio: result.ratio,
    oddsRatioInterval: result.ratioInterval,
    trials: trialsOfClasses(classes),
  };
}
