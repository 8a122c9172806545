/**
 * Rules for combinations of two parameters that are not allowed. Each check names the parameter
 * that the caller has to change.
 */
import type { ParameterName } from "./parameter-names.ts";
import type { Query } from "./query.ts";

export interface CrossCheck {
  readonly parameter: ParameterName;
  readonly fits: (query: Query) => boolean;
  readonly message: string;
}

export const crossChecks: readonly CrossCheck[] = [
  {
    parameter: "model",
    fits: ({ measure, model }) => measure !== "rate" || model === "bayes" || model === "glmm",
    message: "measure=rate needs bayes or glmm",
  },
  {
    parameter: "interval",
    fits: ({ measure, interval }) => measure !== "rate" || interval === "t" || interval === "wald",
    message: "measure=rate needs t or wald",
  },
  {
    parameter: "tau",
    fits: ({ measure, tau }) => measure !== "rate" || tau === "separate",
    message: "measure=rate needs separate",
  },
  {
    parameter: "interval",
    fits: ({ model, interval }) => model === "glmm" || interval !== "profile",
    message: "profile needs model=glmm",
  },
  {
    parameter: "interval",
    fits: ({ model, interval }) => model !== "glmm" || interval !== "hartung-knapp",
    message: "hartung-knapp needs model=reml, pm, dl or fixed",
  },
];
