/** Lists the models that have each interval. */
import type { Query } from "./query.ts";

/**
 * The default model has credible intervals, and nothing to choose. Hartung and Knapp adjust the standard
 * error by weighted residuals, which the likelihood of counts does not have.
 */
export const modelsWith: Readonly<Record<Query["interval"], readonly Query["model"][]>> = {
  t: ["glmm", "reml", "dl"],
  wald: ["glmm", "reml", "dl"],
  "hartung-knapp": ["reml", "dl"],
};

/** Returns whether the model has the interval, so that it changes the answer. */
export function hasModelInterval({ model, interval }: Pick<Query, "model" | "interval">): boolean {
  return modelsWith[interval].includes(model);
}
