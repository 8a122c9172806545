import { logChoose } from "../special/log-beta.ts";
import type { Study } from "../study.ts";
import { latticeLikelihood } from "./lattice-likelihood.ts";
import { latticeStore } from "./likelihood-lattice.ts";
import { smoothingMode, smoothingReach } from "./smoothing-mode.ts";
import type { SoftplusLattice } from "./softplus.ts";
import type { StudyLikelihood } from "./study-likelihood.ts";

/**
 * The likelihood y ~ Bin(n, expit θ). Its integral over θ ~ N(μ, τ²) has no closed form.
 *
 * @param copies number of equal studies; the likelihood is raised to this power
 */
export function binomialLikelihood(
  { events, n }: Study,
  copies: number,
  softplus: SoftplusLattice,
): StudyLikelihood {
  return latticeLikelihood(
    {
      location: Math.log((events + 0.5) / (n - events + 0.5)),
      variance: 1 / (events + 0.5) + 1 / (n - events + 0.5),
      coefficient: logChoose(n, events),
      information: ((events + 0.5) * (n - events + 0.5)) / (n + 1),
      latticeCovering: latticeStore((step, first, count) =>
        softplus(step, first, count).map((value, i) => events * (first + i) * step - n * value),
      ),
      mode: (precision, mu) => smoothingMode({ events, n, precision }, mu),
      reach: (precision, lowest, highest) =>
        Math.max(
          smoothingReach({ events, n, precision }, lowest),
          smoothingReach({ events, n, precision }, highest),
        ),
    },
    copies,
  );
}
