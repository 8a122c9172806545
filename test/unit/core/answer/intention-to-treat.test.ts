/** Tests an outcome over all patients who were to be treated. */
import { describe, expect, it } from "vitest";
import { poolByIntentionToTreat } from "#core/answer/intention-to-treat.ts";
import { bayesModel } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import {
  cohort,
  figure,
  infused,
  landmark,
  orr,
  outcome,
  pfs,
  widest,
} from "../../../support/cohorts.ts";

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
});
