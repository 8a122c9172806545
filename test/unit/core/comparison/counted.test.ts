/** The number of a product: the counts of its trials. */
import { describe, expect, it } from "vitest";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { clopperPearson } from "#core/statistics/single-proportion.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import {
  cohort,
  datasetOf,
  figure,
  landmark,
  orr,
  pfs,
  widestBut,
} from "../../../support/cohorts.ts";

function productsOf(cohorts: ComputeCohort[], outcome: string) {
  const dataset = datasetOf(cohorts, { outcomes: [orr, pfs] });
  const [row] = compare(widestBut({ outcome: [outcome] }), dataset, models).outcomes;
  return row?.pools["car-t"].products ?? [];
}

it("products of a class have each a pool of their own", () => {
  const trial = (product: string, events: number, id: string) =>
    cohort(id, { product, figures: [figure("orr", events, 100)] });
  const cohorts = [
    ...[80, 82, 84].map((events) => trial("more", events, `a${events}`)),
    ...[20, 22].map((events) => trial("fewer", events, `b${events}`)),
  ];
  const [more, fewer] = productsOf(cohorts, "orr");
  expect(more?.estimate).toBeCloseTo(0.82, 1);
  expect(fewer?.estimate).toBeCloseTo(0.21, 1);
});

/** Events of patients in each trial of one product. */
function countedOf(...trials: readonly (readonly [number, number])[]) {
  const cohorts = trials.map(([events, n], index) =>
    cohort(`trial-${index}`, { figures: [figure("orr", events, n)] }),
  );
  const [only] = productsOf(cohorts, "orr");
  return only?.counted;
}

describe("a product", () => {
  it("of one trial is its count with the exact interval", () => {
    const [lower, upper] = clopperPearson(104, 165);
    expect(countedOf([104, 165])).toEqual({
      events: 104,
      n: 165,
      estimate: expect.closeTo(104 / 165, 6),
      interval: [expect.closeTo(lower, 6), expect.closeTo(upper, 6)],
    });
  });

  it("of several trials is their sum with the exact interval", () => {
    const [lower, upper] = clopperPearson(122, 161);
    expect(countedOf([28, 33], [94, 128])).toEqual({
      events: 122,
      n: 161,
      estimate: expect.closeTo(122 / 161, 6),
      interval: [expect.closeTo(lower, 6), expect.closeTo(upper, 6)],
    });
  });

  it("has no interval where its trials differ by Cochran's Q with p < 0.1", () => {
    expect(countedOf([5, 97], [17, 48])).toMatchObject({ events: 22, n: 145, interval: null });
    // By hand, of 50 and x of 100: Q = logit(x)² / (1/50 + 1/50 + 1/x + 1/(100 − x)); 61: 2.44 (p 0.12), 62: 2.91 (p 0.09).
    expect(countedOf([50, 100], [61, 100])?.interval).not.toBeNull();
    expect(countedOf([50, 100], [62, 100])?.interval).toBeNull();
  });

  it("adds no survival up", () => {
    const at = (id: string, survival: number, over: Parameters<typeof landmark>[2] = {}) =>
      cohort(id, { landmarks: [landmark("pfs-12", survival, over)] });
    const [one] = productsOf([at("a", 0.7)], "pfs-12");
    expect(one?.counted).toEqual({ events: null, n: 100, estimate: 0.7, interval: [0.6, 0.8] });
    const [two] = productsOf([at("a", 0.7), at("b", 0.6)], "pfs-12");
    expect(two?.counted).toBeNull();
    // By hand, of 50 at risk: se of log(−log S) is √(0.3 / 50) / −log 0.7 = 0.217.
    const [atRisk] = productsOf([at("a", 0.7, { interval: null, atRisk: 50 })], "pfs-12");
    expect(atRisk?.counted?.interval).toEqual([expect.closeTo(0.579, 3), expect.closeTo(0.792, 3)]);
  });
});
