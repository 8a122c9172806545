/** Lists the intervals that each model has. */
import type { Query } from "./query.ts";

/**
 * The default model has credible intervals, and nothing to choose. Hartung and Knapp adjust the standard
 * error by weighted residuals, which the likelihood of counts does not have.
 */
const intervals: Readonly<Record<Query["model"], readonly Query["interval"][]>> = {
  bayes: [],
  glmm: ["t", "wald"],
  reml: ["t", "wald", "hartung-knapp"],
  dl: ["t", "wald", "hartung-knapp"],
};

export function intervalsOf(model: Query["model"]): readonly Query["interval"][] {
  return intervals[model];
}

/** Returns whether the model has the interval, so that it changes the answer. */
export function hasInterval({ model, interval }: Pick<Query, "model" | "interval">): boolean {
  return intervals[model].includes(interval);
}
