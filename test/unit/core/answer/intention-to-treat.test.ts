import { describe, expect, it } from "vitest";
import { concernsIntentionToTreat, intentionToTreatPool } from "#core/answer/intention-to-treat.ts";
import { bayesModel } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import { clopperPearson } from "#core/statistics/single-proportion.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import {
  cohort,
  figure,
  infection,
  landmark,
  orr,
  outcome,
  pfs,
  widest,
} from "../../../support/cohorts.ts";

const infused = outcome("infused", { over: "leukapheresed", appliesTo: ["car-t"] });
const collected = { population: "leukapheresed", cut: "enrolled" } as const;

const enrolledOf = (cohorts: readonly ComputeCohort[], of = orr, query: Partial<Query> = {}) =>
  intentionToTreatPool(cohorts, of, infused, { ...widest, ...query }, bayesModel);

/** A trial that prints its response over those infused and those with cells collected. */
const both = cohort("both", {
  figures: [
    figure("orr", 90, 97),
    figure("orr", 90, 113, collected),
    figure("infused", 97, 113, { population: "leukapheresed" }),
  ],
});
const treatedOnly = cohort("treated-only", {
  figures: [figure("orr", 60, 80), figure("infused", 80, 100, { population: "leukapheresed" })],
});
const randomised = cohort("arm", {
  figures: [figure("orr", 150, 200, { population: "randomised" })],
});

describe("an outcome over all who were to be treated", () => {
  it("never multiplies a rate by the share that was infused", () => {
    const found = enrolledOf([treatedOnly]);
    expect(found).toMatchObject({ k: 0, events: null, n: null, estimate: null, interval: null });
    expect(found?.studies).toEqual([]);
    expect(found?.infused).toEqual([
      { cohort: "treated-only", label: "TREATED-ONLY", events: 80, n: 100 },
    ]);
  });

  it("pools those with cells collected and those randomised, as denominator=enrolled does", () => {
    // Of two products, which are pooled.
    const other = { ...randomised, product: "gamma-cel" };
    const found = enrolledOf([both, treatedOnly, other]);
    const fit = bayesModel.pool({
      kind: "count",
      figures: [
        { ...figure("orr", 90, 113), events: 90, n: 113 },
        { ...figure("orr", 150, 200), events: 150, n: 200 },
      ],
    });
    expect(found).toMatchObject({ k: 2, n: 313, estimate: fit.estimate, interval: fit.interval });
  });

  it("is the count of a single cohort with its exact interval, and of no product", () => {
    const [low, high] = clopperPearson(90, 113);
    const found = enrolledOf([both, treatedOnly]);
    expect(found?.estimate).toBe(90 / 113);
    expect(found?.interval?.[0]).toBeCloseTo(low, 12);
    expect(found?.interval?.[1]).toBeCloseTo(high, 12);
    // Two trials of one product are pooled: nobody adds their counts up for a rate.
    const pooled = enrolledOf([both, randomised]);
    expect(pooled).toMatchObject({ k: 2, events: 240, n: 313 });
    expect(pooled?.estimate).not.toBe(240 / 313);
    expect(pooled?.interval?.[0]).toBeLessThan(clopperPearson(240, 313)[0]);
  });

  it("is of the same kind of regimen as the pool", () => {
    const combined = cohort("combined", {
      regimen: "combination",
      figures: [figure("orr", 300, 400, { population: "randomised" })],
    });
    const of = (regimen: "monotherapy" | "combination" | null) =>
      intentionToTreatPool(
        [both, combined],
        orr,
        infused,
        widest,
        bayesModel,
        regimen,
      )?.studies.map((one) => one.cohort);
    expect(of("monotherapy")).toEqual(["both"]);
    expect(of("combination")).toEqual(["combined"]);
    // A published set pools both kinds.
    expect(of(null)).toEqual(["both", "combined"]);
  });

  it("is for survival at a month, too", () => {
    const arm = cohort("arm", {
      landmarks: [landmark("pfs-12", 0.6, { population: "randomised" })],
    });
    const found = enrolledOf([arm], pfs);
    expect(found).toMatchObject({ k: 1, events: null, n: 100 });
    // By trial in questions of today, as in the pool.
    expect(found).toMatchObject({ estimate: null, interval: null });
    expect(found?.studies).toMatchObject([{ cohort: "arm", estimate: 0.6 }]);
    expect(enrolledOf([arm], pfs, { set: "made" })?.estimate).toBe(0.6);
  });

  it("is no other figure where the question counts over these patients anyway", () => {
    expect(enrolledOf([both], orr, { denominator: "enrolled" })).toBeNull();
  });

  it("has beside it the counts of those trials of which it is known, and pools none", () => {
    const found = enrolledOf([
      both,
      treatedOnly,
      randomised,
      cohort("silent", { figures: [figure("orr", 1, 2)] }),
    ]);
    expect(found?.collected).toMatchObject({
      trials: 2,
      of: 4,
      infused: { events: 150, n: 177 },
      collected: { events: 150, n: 213, derived: true },
      cohorts: [
        { cohort: "both", infused: { events: 90, n: 97 }, derived: false, cut: "enrolled" },
        {
          cohort: "treated-only",
          collected: { events: 60, n: 100 },
          derived: true,
          printed: "infused",
        },
      ],
    });
    expect(found).toMatchObject({ k: 2, events: 240, n: 313 });
    expect(enrolledOf([both])?.collected?.collected).toEqual({
      events: 90,
      n: 113,
      derived: false,
    });
  });

  it("has no such counts where none is known, of other outcomes, and of cuts that a set names", () => {
    expect(enrolledOf([randomised])?.collected).toBeNull();
    const mrd = cohort("mrd", {
      figures: [figure("mrd-negative", 60, 80), ...treatedOnly.figures.slice(1)],
    });
    expect(enrolledOf([mrd], outcome("mrd-negative"))?.collected).toBeNull();
    const arm = cohort("arm", { landmarks: [landmark("pfs-12", 0.6)], figures: both.figures });
    expect(enrolledOf([arm], pfs)?.collected).toBeNull();
    const named = { cut: "some-2020" } as const;
    const counted = cohort("counted", {
      figures: [
        figure("orr", 60, 80, named),
        figure("infused", 80, 100, { population: "leukapheresed", ...named }),
      ],
    });
    expect(enrolledOf([counted], orr, named)?.collected).toBeNull();
  });

  it("takes no figure of another population that a published set counted", () => {
    const asCounted = cohort("counted", { figures: [figure("orr", 20, 30, { cut: "some-2020" })] });
    expect(enrolledOf([asCounted], orr, { cut: "some-2020" })?.k).toBe(0);
  });
});

it("concerns benefits over all patients only", () => {
  expect([orr, pfs].map(concernsIntentionToTreat)).toEqual([true, true]);
  expect([infection, infused].map(concernsIntentionToTreat)).toEqual([false, false]);
  expect(
    concernsIntentionToTreat(outcome("dor-12", { kind: "landmark", over: "responders" })),
  ).toBe(false);
});
