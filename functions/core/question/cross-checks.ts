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

export const crossChecks: readonly CrossCheck[] = [
  {
    parameter: "interval",
    fits: ({ model, interval }) => interval !== (model === "glmm" ? "hartung-knapp" : "profile"),
    message: "not with this model",
  },
];
