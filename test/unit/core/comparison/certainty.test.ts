import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/comparison/answer.ts";
import { appraise as appraiseGroups } from "#core/comparison/certainty.ts";
import type { CountedFigure } from "#core/evidence/choose.ts";
import type { Outcome } from "#data/schema.ts";
import { contrast, entry, noContrast, noPool, pool } from "../../../support/answers.ts";
import { crs, orr } from "../../../support/cohorts.ts";
import { appraise, codes, dataset, sound } from "./appraised.ts";

describe("the certainty of a contrast", () => {
  it("is low at best", () => {
    expect(appraise(orr, sound(), contrast(), dataset)).toEqual({ level: "low", reasons: [] });
  });

  it("is not rated when there is nothing to contrast", () => {
    const evidence = { ...sound(), bsab: { pool: noPool, entries: [] } };
    expect(appraise(orr, evidence, noContrast, dataset)).toEqual({
      level: "not-rated",
      reasons: [],
    });
  });

  it("counts the cohorts of the class that has too few", () => {
    const evidence = sound();
    evidence.bsab = { pool: pool({ k: 2 }), entries: evidence.bsab.entries };
    const { reasons } = appraise(orr, evidence, contrast(), dataset);
    expect(reasons).toEqual([{ code: "few-cohorts", group: "bsab", k: 2 }]);
  });
});

describe("few cohorts or patients", () => {
  it.each([
    [1, ["single-cohort"]],
    [2, ["few-cohorts"]],
    [3, []],
  ])("%d cohorts: %j", (k, reasons) => {
    expect(codes({ pool: { k } })).toEqual(reasons);
  });

  it.each([
    [99, ["few-patients"]],
    [100, []],
  ])("%d patients: %j", (n, reasons) => {
    expect(codes({ pool: { n } })).toEqual(reasons);
  });

  it("an unknown number of patients is not taken for many", () => {
    const evidence = sound();
    evidence.bsab = { pool: pool({ n: null }), entries: evidence.bsab.entries };
    const { level, reasons } = appraise(orr, evidence, contrast(), dataset);
    expect(level).toBe("very-low");
    expect(reasons).toEqual([{ code: "few-patients", group: "bsab", n: null, least: 100 }]);
  });
});

describe("the interval of the difference", () => {
  it.each([
    [[0, 30], []],
    [[0, 30.1], ["imprecise"]],
    [[-40, -9.9], ["imprecise"]],
    [[-10.1, 10.1], ["imprecise"]],
    [[-9.9, 19.9], []],
    [[-20, 9.9], []],
    [[-3, 3], []],
  ] as [Contrast["differenceInterval"], string[]][])("%j: %j", (differenceInterval, reasons) => {
    expect(codes({ contrast: { differenceInterval } })).toEqual(reasons);
  });
});

it("says by how much the interval is too wide, and whether it reaches to both sides", () => {
  const reasonsOf = (differenceInterval: Contrast["differenceInterval"]) =>
    appraise(orr, sound(), contrast({ differenceInterval }), dataset).reasons;
  expect(reasonsOf([0, 31])).toEqual([{ code: "imprecise", how: "wide", limit: 30 }]);
  expect(reasonsOf([-11, 11])).toEqual([{ code: "imprecise", how: "either-way", limit: 10 }]);
});

describe("the odds ratio of a harm", () => {
  const harm = { ...orr, direction: "harm" } as const;
  const reasonsOf = (estimate: number, interval: Contrast["interval"], outcome: Outcome = harm) => {
    const evidence = sound();
    evidence["car-t"] = { ...evidence["car-t"], pool: pool({ estimate }) };
    const between = contrast({ interval, differenceInterval: [1, 16] });
    return appraise(outcome, evidence, between, dataset).reasons;
  };

  it("is imprecise where the harm is rare and its ends are more than 10-fold apart", () => {
    const fold = [{ code: "imprecise", how: "fold", limit: 10 }];
    expect(reasonsOf(0.1, [1.1, 11.1])).toEqual(fold);
    expect(reasonsOf(0.1, [1.1, 11])).toEqual([]);
    expect(reasonsOf(0.11, [1.1, 100])).toEqual([]);
    expect(reasonsOf(0.1, null)).toEqual([]);
    expect(reasonsOf(0.1, [1.1, 100], orr)).toEqual([]);
  });
});

it("tells the heaviest reason first: who is compared, before how much is known", () => {
  const evidence = sound();
  const entries = evidence["car-t"].entries.map((one) =>
    entry({ ...one.cohort, medianPriorLines: 3 }),
  );
  evidence["car-t"] = { pool: pool({ n: 99 }), entries };
  const { reasons } = appraise(orr, evidence, contrast({ differenceInterval: [0, 40] }), dataset);
  expect(reasons.map(({ code }) => code)).toEqual([
    "prior-lines-differ",
    "imprecise",
    "few-patients",
  ]);
});

it("says which medians of the groups are apart", () => {
  const evidence = sound();
  const entries = evidence["car-t"].entries.map((one) =>
    entry({ ...one.cohort, medianPriorLines: 3 }),
  );
  evidence["car-t"] = { pool: pool(), entries };
  expect(appraise(orr, evidence, contrast(), dataset).reasons).toEqual([
    {
      code: "prior-lines-differ",
      medians: [
        { group: "car-t", median: 3 },
        { group: "bsab", median: 5 },
      ],
    },
  ]);
});

describe("disagreement between cohorts", () => {
  it.each([
    [1, []],
    [1.01, ["heterogeneous"]],
    [null, []],
  ])("τ of %s: %j", (tau, reasons) => {
    expect(codes({ pool: { tau } })).toEqual(reasons);
  });
});

describe("mixtures", () => {
  it("of settings lower it", () => {
    expect(codes({ cohort: { setting: "early" } })).toEqual(["settings-mixed"]);
  });

  it("of settings between the classes lower it", () => {
    expect(codes({ all: { setting: "early" } })).toEqual(["settings-mixed"]);
  });

  it.each([
    ["safety", []],
    ["efficacy-evaluable", ["populations-mixed"]],
    ["randomised", ["populations-mixed"]],
  ] as const)("of treated and %s patients: %j", (population, reasons) => {
    expect(codes({ figure: { population } })).toEqual(reasons);
  });

  it("of two known gradings lower it", () => {
    const evidence = sound();
    const graded = (grading: CountedFigure["grading"], id: string, product: string) =>
      entry({ id, product }, { grading });
    evidence["car-t"] = {
      pool: pool(),
      entries: [graded("astct", "a", "alpha-cel"), graded("lee", "b", "gamma-cel")],
    };
    const { reasons } = appraise(crs, evidence, contrast(), dataset);
    expect(reasons.map(({ code }) => code)).toEqual(["definition-mixed"]);
  });

  it("lower it among what is contrasted only, and are counted in the whole row, like its caution", () => {
    const graded = (id: string, grading: CountedFigure["grading"]) => ({
      id,
      pool: pool(),
      entries: [entry({ id, product: id }, { grading })],
    });
    const mixedIn = (groups: readonly ReturnType<typeof graded>[]) =>
      appraiseGroups(
        crs,
        groups,
        [{ ...contrast(), group: "a", against: "b" }],
        dataset,
      ).reasons.flatMap((one) => (one.code === "definition-mixed" ? [one.scales] : []));
    const [a, unstated, c] = [graded("a", "astct"), graded("b", "unknown"), graded("c", "unknown")];
    expect(mixedIn([a, unstated, c])).toEqual([{ stated: ["astct"], unstated: 2, figures: 3 }]);
    expect(mixedIn([a, graded("b", "astct"), c])).toEqual([]);
  });

  it("of a known and an unstated grading lower it for CRS and ICANS, and cannot be told apart elsewhere", () => {
    expect(codes({ outcome: crs, figure: { grading: "astct" } })).toEqual(["definition-mixed"]);
    expect(codes({ figure: { grading: "astct" } })).toEqual([]);
  });

  it("of counted grades lower it", () => {
    const evidence = sound();
    evidence["car-t"] = {
      pool: pool(),
      entries: [
        entry({ id: "a" }, { grades: "3-4" }),
        entry({ id: "b", product: "gamma-cel" }, { grades: "3-5" }),
      ],
    };
    expect(appraise(crs, evidence, contrast(), dataset).reasons.map(({ code }) => code)).toEqual([
      "definition-mixed",
    ]);
  });

  it.each([
    ["none", []],
    ["some", ["prior-bcma-mixed"]],
    ["required", ["prior-bcma-mixed"]],
    ["unknown", []],
  ] as const)("of no and %s earlier BCMA therapy: %j", (priorBcma, reasons) => {
    expect(codes({ cohort: { priorBcma } })).toEqual(reasons);
  });
});
