import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quasiBinomial } from "../../../../functions/statistics/overdispersion/quasi-binomial.ts";
import { mirrored, someStudies } from "./studies.ts";

describe("degenerate input", () => {
  test("no cohorts", () => {
    expect(quasiBinomial([])).toEqual({ status: "no-cohorts" });
  });

  test("no events, or events only, in however many cohorts", () => {
    expect(quasiBinomial([{ events: 0, n: 5 }])).toEqual({ status: "all-zero" });
    const full = [
      { events: 5, n: 5 },
      { events: 9, n: 9 },
    ];
    expect(quasiBinomial(full)).toEqual({ status: "all-events" });
  });

  test("one cohort has a proportion but no dispersion", () => {
    const one = quasiBinomial([{ events: 2, n: 10 }]);
    expect(one).toEqual({
      status: "one-cohort",
      mu: Math.log(2 / 8),
      seBinomial: Math.sqrt(1 / 1.6),
    });
  });

  test("equal proportions have dispersion 0 and limits of no width", () => {
    const equal = quasiBinomial([
      { events: 300_000, n: 1_000_000 },
      { events: 3, n: 10 },
      { events: 33, n: 110 },
    ]);
    if (equal.status !== "ok") throw new Error(equal.status);
    expect(equal).toMatchObject({ pearsonChi2: 0, deviance: 0, dispersion: 0, pPearson: 1 });
    expect(equal.tInterval[0]).toBe(equal.tInterval[1]);
    expect(equal.tInterval[0]).toBeCloseTo(0.3, 15);
  });

  test("refuses invalid counts, naming study and field, and an invalid level", () => {
    const good = { events: 1, n: 3 };
    expect(() => quasiBinomial([good, { events: 4, n: 3 }])).toThrow("studies[1].events ");
    expect(() => quasiBinomial([{ events: 0, n: 0 }])).toThrow("studies[0].n ");
    expect(() => quasiBinomial([good, good], { level: 1 })).toThrow(RangeError);
    expect(() => quasiBinomial([good, good], { level: Number.NaN })).toThrow(RangeError);
  });
});

describe("random data", () => {
  const fits = someStudies.map((studies) => ({ studies, fit: quasiBinomial(studies) }));

  test("figures are finite, p-values are probabilities, limits are in order", () => {
    fc.assert(
      fc.property(fits, ({ fit }) => {
        if (fit.status !== "ok") return;
        const { tInterval, status, ...figures } = fit;
        expect([...Object.values(figures), ...tInterval].every(Number.isFinite)).toBe(true);
        expect(fit.pearsonChi2).toBeGreaterThanOrEqual(0);
        expect(fit.deviance).toBeGreaterThanOrEqual(0);
        for (const p of [fit.pPearson, fit.pDeviance, ...tInterval]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
        expect(tInterval[0]).toBeLessThanOrEqual(tInterval[1]);
      }),
    );
  });

  test("the sums are those of their definitions", () => {
    fc.assert(
      fc.property(fits, ({ studies, fit }) => {
        if (fit.status !== "ok") return;
        const p = 1 / (1 + Math.exp(-fit.mu));
        const part = (x: number, m: number) => (x === 0 ? 0 : x * Math.log(x / m));
        let chi2 = 0;
        let deviance = 0;
        for (const { events, n } of studies) {
          chi2 += (events - n * p) ** 2 / (n * p * (1 - p));
          deviance += 2 * (part(events, n * p) + part(n - events, n * (1 - p)));
        }
        expect(fit.pearsonChi2 / (1e-9 + chi2)).toBeCloseTo(chi2 / (1e-9 + chi2), 6);
        expect(Math.abs(fit.deviance - deviance)).toBeLessThan(1e-8 * (1 + deviance));
      }),
    );
  });

  test("the complement mirrors", () => {
    fc.assert(
      fc.property(fits, ({ studies, fit }) => {
        const other = quasiBinomial(mirrored(studies));
        if (fit.status !== "ok" || other.status !== "ok") return;
        expect(other.mu).toBeCloseTo(-fit.mu, 12);
        expect(other.seQuasi / (1e-300 + fit.seQuasi)).toBeCloseTo(fit.seQuasi === 0 ? 0 : 1, 10);
        expect(other.tInterval[0]).toBeCloseTo(1 - fit.tInterval[1], 10);
      }),
    );
  });

  test("the order of studies does not matter", () => {
    fc.assert(
      fc.property(fits, ({ studies, fit }) => {
        const other = quasiBinomial(studies.toReversed());
        if (fit.status !== "ok" || other.status !== "ok") return;
        expect(Math.abs(other.pearsonChi2 - fit.pearsonChi2)).toBeLessThanOrEqual(
          1e-12 * fit.pearsonChi2,
        );
        expect(other.mu).toBe(fit.mu);
      }),
    );
  });
});
