import { read } from "../read.ts";
import type { StudyLikelihood } from "./study-likelihood.ts";

/**
 * The likelihood y ~ N(θ, se²). Its integral over θ ~ N(μ, τ²) is the normal density N(y; μ, se² +
 * τ²), so it does not use the kernel.
 *
 * @param copies number of equal studies; the likelihood is raised to this power
 */
export function normalLikelihood(y: number, se: number, copies = 1): StudyLikelihood {
  return {
    location: y,
    variance: se * se,
    copies,
    smoothed: ({ tau, step, first, count }) => ({
      kernelStep: Number.POSITIVE_INFINITY,
      kernelReach: 0,
      addTo: ({ logs }) => {
        const variance = se * se + tau * tau;
        const constant = -0.5 * Math.log(2 * Math.PI * variance);
        for (let m = 0; m < count; m += 1) {
          const distance = y - (first + m) * step;
          const logDensity = constant - (0.5 * distance * distance) / variance;
          logs[m] = read(logs, m) + copies * logDensity;
        }
      },
    }),
  };
}
