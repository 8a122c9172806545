import { latticeLikelihood } from "../bayes/lattice-likelihood.ts";
import { latticeStore } from "../bayes/likelihood-lattice.ts";
import type { StudyLikelihood } from "../bayes/study-likelihood.ts";
import { logChoose } from "../special/log-beta.ts";
import { approximation, logLikelihoodAt } from "./hazard-likelihood.ts";
import type { RateStudy } from "./rate-study.ts";
import { smoothingModeOf, smoothingReachOf } from "./smoothing.ts";

/** The likelihood y ~ Bin(n, p), cloglog p = log(years) + θ, for the quadrature of `bayes/`. */
export function rateLikelihood(study: RateStudy): StudyLikelihood {
  const { theta, variance } = approximation(study);
  return latticeLikelihood(
    {
      location: theta,
      variance,
      coefficient: logChoose(study.n, study.events),
      // Where other studies pull an integrand away from the study's own rate, it is narrower.
      information: 2 / variance,
      latticeCovering: latticeStore((step, first, count) =>
        Float64Array.from({ length: count }, (_, i) => logLikelihoodAt(study, (first + i) * step)),
      ),
      mode: (precision, mu) => smoothingModeOf(study, precision, mu),
      reach: (precision, lowest, highest) => {
        // An integrand may be widest in between, near the study's own rate.
        const between = Math.min(Math.max(theta, lowest), highest);
        return Math.max(
          ...[lowest, between, highest].map((mode) => smoothingReachOf(study, precision, mode)),
        );
      },
    },
    1,
  );
}
