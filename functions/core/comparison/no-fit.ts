import type { Fit } from "./fit.ts";

/** Where nothing is pooled. */
export const noFit: Fit = {
  status: "no-cohorts",
  k: 0,
  estimate: null,
  interval: null,
  predictionInterval: null,
  marginal: null,
  mu: null,
  tau: null,
  because: null,
  posterior: null,
};
