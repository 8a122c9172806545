/**
 * Rules for combinations of two parameters that are not allowed. Each check names the parameter
 * that the caller has to change; what is allowed beside the other one is listed with it.
 */
import type { ParameterName } from "./parameter-names.ts";
import type { Query } from "./query.ts";

export interface CrossCheck {
  readonly parameter: ParameterName;
  readonly fits: (query: Query) => boolean;
  readonly message: string;
}

const besideRate = "not with measure=rate";
const besideModel = "not with this model";

export const crossChecks: readonly CrossCheck[] = [
  {
    parameter: "model",
    fits: ({ measure, model }) => measure !== "rate" || model === "bayes" || model === "glmm",
    message: besideRate,
  },
  {
    parameter: "interval",
    fits: ({ measure, interval }) => measure !== "rate" || interval === "t" || interval === "wald",
    message: besideRate,
  },
  {
    parameter: "tau",
    fits: ({ measure, tau }) => measure !== "rate" || tau === "separate",
    message: besideRate,
  },
  {
    parameter: "interval",
    fits: ({ model, interval }) => interval !== (model === "glmm" ? "hartung-knapp" : "profile"),
    message: besideModel,
  },
];
