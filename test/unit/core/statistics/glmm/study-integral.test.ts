import { describe, expect, test } from "vitest";
import {
  makeEmptyStudyIntegral,
  writeStudyIntegral,
} from "#core/statistics/glmm/marginal-likelihood.ts";
import { counted } from "../arbitraries.ts";
import { directIntegral } from "./direct-integration.ts";

const studies = counted("0/1 3/8 0/539416 7884/8028 60/60");

describe.each(studies)("$events of $n", (study) => {
  test("its integral is that by Simpson's rule, for near and far, small and large τ", () => {
    for (const eta of [-30, -4, 0, 4, 30]) {
      for (const tau of [0.01, 0.5, 4, 60, 200]) {
        const integral = makeEmptyStudyIntegral();
        writeStudyIntegral(study.events, study.n, eta, tau, integral);
        const direct = directIntegral(study, eta, tau, 40_000);
        expect(Math.abs(integral.value - direct) / (1 + Math.abs(direct))).toBeLessThan(1e-6);
      }
    }
  });

  test("its derivatives are those of its value", () => {
    for (const eta of [-3, 0, 5]) {
      for (const tau of [0.05, 0.7, 5]) {
        const at = (e: number, t: number) => {
          const integral = makeEmptyStudyIntegral();
          writeStudyIntegral(study.events, study.n, e, t, integral);
          return integral;
        };
        const here = at(eta, tau);
        const step = 1e-4 * Math.min(1, tau);
        const near = (got: number, expected: number) =>
          expect(Math.abs(got - expected)).toBeLessThan(1e-4 * (1 + Math.abs(expected)));
        near((at(eta + step, tau).value - at(eta - step, tau).value) / (2 * step), here.eta);
        near((at(eta, tau + step).value - at(eta, tau - step).value) / (2 * step), here.tau);
        near((at(eta + step, tau).eta - at(eta - step, tau).eta) / (2 * step), here.etaEta);
        near((at(eta, tau + step).eta - at(eta, tau - step).eta) / (2 * step), here.etaTau);
        near((at(eta, tau + step).tau - at(eta, tau - step).tau) / (2 * step), here.tauTau);
      }
    }
  });
});
