/** Tests an outcome over all patients who were to be treated. */
import { describe, expect, it } from "vitest";
import { isForIntentionToTreat, poolByIntentionToTreat } from "#core/answer/intention-to-treat.ts";
import { bayesModel } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import {
  cohort,
  figure,
  infection,
  infused,
  landmark,
  orr,
  outcome,
  pfs,
  widest,
} from "../../../support/cohorts.ts";
import { countsOf } from "./entries.ts";

const collected = { population: "leukapheresed" } as const;
const drawn = { population: "randomised" } as const;

const enrolledOf = (
  cohorts: readonly ComputeCohort[],
  of = orr,
  query: Partial<Query> = {},
  regimen: "monotherapy" | "combination" | null = "monotherapy",
) => poolByIntentionToTreat(cohorts, of, infused, { ...widest, ...query }, bayesModel, regimen);

const reporting = (id: string, ...figures: ComputeFigure[]) => cohort(id, { figures });
const printed = figure("orr", 90, 113, { ...collected, cut: "enrolled" });
/** A trial that prints its response over those infused and those with cells collected. */
const twoPopulations = reporting(
  "both",
  figure("orr", 90, 97),
  printed,
  figure("infused", 97, 113, collected),
);
const treated = reporting("treated", figure("orr", 60, 80), figure("infused", 80, 100, collected));
const arm = reporting("arm", figure("orr", 150, 200, drawn));
const surviving = cohort("arm", { landmarks: [landmark("pfs-12", 0.6, drawn)] });

describe("an outcome over all who were to be treated", () => {
  it("never multiplies a rate by the share that was infused", () => {
    const pool = enrolledOf([treated]);
    expect(pool).toMatchObject({ k: 0, events: null, n: null, estimate: null, interval: null });
    expect(pool?.studies).toEqual([]);
    expect(pool?.infused).toEqual([{ cohort: "treated", label: "TREATED", events: 80, n: 100 }]);
  });

  it("pools those with cells collected and those randomised, as denominator=enrolled does", () => {
    // The counts are of two products, which are pooled.
    const pool = enrolledOf([twoPopulations, treated, { ...arm, product: "gamma-cel" }]);
    const { estimate, interval } = bayesModel.pool(countsOf("90/113 150/200"));
    expect(pool).toMatchObject({ k: 2, events: 240, n: 313, estimate, interval });
    // The counts of both kinds are not added up for a rate, not even for one product.
    const pooled = enrolledOf([twoPopulations, arm]);
    expect(pooled).toMatchObject({ k: 2, events: 240, n: 313 });
    expect(pooled?.interval?.[0]).toBeLessThan(clopperPearson(240, 313)[0]);
  });

  it("is the count of a single cohort with its exact interval", () => {
    const pool = enrolledOf([twoPopulations, treated]);
    const [low, high] = clopperPearson(90, 113);
    expect(pool).toMatchObject({ k: 1, events: 90, n: 113, estimate: 90 / 113 });
    expect(pool?.studies).toMatchObject([{ cohort: "both", ...collected }]);
    expect(pool?.interval?.[0]).toBeCloseTo(low, 12);
    expect(pool?.interval?.[1]).toBeCloseTo(high, 12);
  });

  it.each([
    ["monotherapy", ["both"]],
    ["combination", ["combined"]],
    // A published set pools both kinds.
    [null, ["both", "combined"]],
  ] as const)("is of the same kind of regimen as the pool: %s", (regimen, cohorts) => {
    const figures = [figure("orr", 300, 400, drawn)];
    const all = [twoPopulations, cohort("combined", { regimen: "combination", figures })];
    const pool = enrolledOf(all, orr, {}, regimen);
    expect(pool?.studies.map((study) => study.cohort)).toEqual(cohorts);
  });

  it("is by trial for survival at a month, but in a published set", () => {
    const pool = enrolledOf([surviving], pfs);
    expect(pool).toMatchObject({ k: 1, events: null, n: 100, estimate: null, interval: null });
    expect(pool?.studies).toMatchObject([{ cohort: "arm", estimate: 0.6 }]);
    expect(enrolledOf([surviving], pfs, { set: "made" })?.estimate).toBe(0.6);
  });

  it("is no other figure where the question counts over these patients anyway", () => {
    expect(enrolledOf([twoPopulations], orr, { denominator: "enrolled" })).toBeNull();
  });

  it("has beside it the counts of those trials of which it is known, and pools none", () => {
    const pool = enrolledOf([
      twoPopulations,
      treated,
      arm,
      reporting("silent", figure("orr", 1, 2)),
    ]);
    const derived = { collected: { events: 60, n: 100 }, derived: true, printed: "infused" };
    expect(pool?.collected).toMatchObject({
      ...{ trials: 2, cohortsOfPool: 4, infused: { events: 150, n: 177 } },
      collected: { events: 150, n: 213, derived: true },
      cohorts: [
        { cohort: "both", infused: { events: 90, n: 97 }, derived: false, cut: "enrolled" },
        { cohort: "treated", ...derived },
      ],
    });
    const counts = { events: 90, n: 113, derived: false };
    expect(enrolledOf([twoPopulations])?.collected?.collected).toEqual(counts);
  });

  const named = { cut: "some-2020" } as const;
  const planned = figure("infused", 80, 100, { ...collected, ...named });
  const mrd = figure("mrd-negative", 60, 80);

  it.each<[string, ReturnType<typeof enrolledOf>]>([
    ["where none is known", enrolledOf([arm])],
    [
      "of other outcomes",
      enrolledOf([reporting("mrd", mrd, ...treated.figures.slice(1))], outcome(mrd.outcome)),
    ],
    ["of survival", enrolledOf([{ ...surviving, figures: twoPopulations.figures }], pfs)],
    [
      "of cuts that a set names",
      enrolledOf([reporting("set", figure("orr", 60, 80, named), planned)], orr, named),
    ],
  ])("has no such counts %s", (_, pool) => {
    expect(pool).not.toBeNull();
    expect(pool?.collected).toBeNull();
  });

  it("takes no figure of another population that a published set counted", () => {
    expect(enrolledOf([reporting("set", figure("orr", 20, 30, named))], orr, named)?.k).toBe(0);
  });
});

it("concerns benefits over all patients only", () => {
  const response = outcome("dor-12", { kind: "landmark", over: "responders" });
  const concerned = [orr, pfs, infection, infused, response].map(isForIntentionToTreat);
  expect(concerned).toEqual([true, true, false, false, false]);
});
