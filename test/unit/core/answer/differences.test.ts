/** When a difference is printed, why it is not, and that it is fitted and not subtracted. */
import { describe, expect, it } from "vitest";
import { compare } from "#core/answer/compare.ts";
import { type ContrastStatus, findingOf } from "#core/answer/contrast.ts";
import { bayesModel, models } from "#core/answer/models.ts";
import { counts } from "#core/answer/outcome-types.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { entry } from "../../../support/answers.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  landmark,
  widestBut,
} from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

const orrOf = (events: number, n = 100) => ({ n, figures: [figure("orr", events, n)] });

/** Two trials of two products, all of that class. */
const bispecifics = [
  bispecific("b1", orrOf(50)),
  bispecific("b2", { product: "deltamab", ...orrOf(60) }),
];

function rowOf(cohorts: readonly ComputeCohort[], over: Partial<Query> = {}) {
  const query = widestBut({ outcome: ["orr"], ...over });
  const [row] = compare(query, datasetOf([...cohorts]), models).outcomes;
  const [contrast] = row?.contrasts ?? [];
  if (!row || !contrast) throw new Error("no row");
  return { ...row, contrast };
}

const statusOf = (carT: readonly ComputeCohort[], over: Partial<Query> = {}) =>
  rowOf([...carT, ...bispecifics], over).contrast.status;

describe("a difference by the trials and products of a side", () => {
  const a1 = cohort("a1", orrOf(80));
  const a2 = cohort("a2", orrOf(70));
  const silent = cohort("g", { product: "gamma-cel" });
  const other = cohort("g", { product: "gamma-cel", ...orrOf(75) });

  it.each<[string, ComputeCohort[], ContrastStatus]>([
    ["no trial", [], "not-estimable"],
    ["one trial", [a1], "one-trial"],
    ["two trials of every product", [a1, a2], "ok"],
    ["two trials of two products", [a1, other], "ok"],
    ["two trials of one of two products", [a1, a2, silent], "one-product"],
    ["one trial of one of two products", [a1, silent], "one-trial"],
    ["two products of three", [a1, other, cohort("x", { product: "unapproved-cel" })], "ok"],
  ])("%s", (_, carT, status) => {
    expect(statusOf(carT)).toBe(status);
  });

  it("is the same whichever side is short of trials", () => {
    const [one, two] = [bispecific("b1", orrOf(50)), bispecific("d", { product: "deltamab" })];
    const carT = [a1, other];
    expect(rowOf([...carT, one]).contrast.status).toBe("one-trial");
    expect(rowOf([...carT, one, bispecific("b3", orrOf(50)), two]).contrast.status).toBe(
      "one-product",
    );
    expect(rowOf(carT).contrast.status).toBe("not-estimable");
  });

  it("counts parts of one trial once", () => {
    const parts = ["p1", "p2", "p3"].map((id) => cohort(id, { trial: "NCT1", ...orrOf(80) }));
    const { contrast, pools } = rowOf([...parts, ...bispecifics]);
    expect(pools["car-t"]).toMatchObject({ k: 3, trials: 1, of: 1 });
    expect(contrast.status).toBe("one-trial");
    expect(statusOf([...parts, cohort("q", orrOf(80))])).toBe("ok");
  });

  it("knows all products of a series that did not tell them apart", () => {
    const series = cohort("s", { product: "alpha-cel-or-gamma-cel", ...orrOf(80) });
    expect(statusOf([series, a1, silent])).toBe("ok");
    // And of a series without a figure names those that no other trial has.
    const unsaid = cohort("s", { product: "alpha-cel-or-gamma-cel" });
    expect(rowOf([a1, a2, unsaid, ...bispecifics]).pools["car-t"].missing).toEqual(["gamma-cel"]);
  });

  it("of a product that is asked for by name is printed", () => {
    const cohorts = [a1, a2, silent];
    expect(statusOf(cohorts)).toBe("one-product");
    expect(statusOf(cohorts, { product: ["alpha-cel"] })).toBe("ok");
  });

  it("that is not printed has no number, whatever the model finds, and each pool keeps its own", () => {
    const { contrast, pools } = rowOf([a1, ...bispecifics]);
    const { group, against, status, checks, firm, ...numbers } = contrast;
    expect([group, against, checks, firm]).toEqual(["car-t", "bsab", null, false]);
    expect(new Set(Object.values(numbers))).toEqual(new Set([null]));
    expect(pools["car-t"]).toMatchObject({ status: "one-cohort", estimate: 0.8 });
    expect(pools.bsab.estimate).not.toBeNull();
  });
});

describe("a difference by follow-up", () => {
  const of = (make: typeof cohort, months: readonly (number | null)[], n = 100) =>
    months.map((followUpMonths, index) =>
      make(`${make("").therapyClass}${index}`, {
        followUpMonths,
        figures: [figure("infection-3", 20, n, { followUpMonths })],
      }),
    );
  const status = (carT: readonly (number | null)[], bsab: readonly (number | null)[]) =>
    rowOf([...of(cohort, carT), ...of(bispecific, bsab)], { outcome: ["infection-3"] }).contrast
      .status;

  it.each<[(number | null)[], (number | null)[], ContrastStatus]>([
    [[12, 12], [12, 12], "ok"],
    [[24, 24], [12, 12], "ok"],
    [[12, 12], [24, 24], "ok"],
    [[24.1, 24.1], [12, 12], "follow-ups-apart"],
    [[12, 12], [24.1, 24.1], "follow-ups-apart"],
    // Known for exactly half of the patients: it is known.
    [[12, null], [12, 12], "ok"],
    [[12, null, null], [12, 12], "follow-up-unknown"],
    [[12, 12], [null, null], "follow-up-unknown"],
    [[null, null], [null, null], "follow-up-unknown"],
    // What is short of trials is said before.
    [[48], [12, 12], "one-trial"],
  ])("%j and %j months: %s", (carT, bsab, expected) => {
    expect(status(carT, bsab)).toBe(expected);
  });

  it("weighs follow-ups by patients", () => {
    const small = of(cohort, [60], 40).map((one) => ({ ...one, id: "small", trial: "small" }));
    const carT = [...of(cohort, [12]), ...small];
    const { contrast, pools } = rowOf([...carT, ...of(bispecific, [12, 12])], {
      outcome: ["infection-3"],
    });
    expect(pools["car-t"].followUp).toEqual({ months: 12, unknownShare: 0 });
    expect(contrast.status).toBe("ok");
  });

  it("does not matter of what does not accumulate", () => {
    const at = (months: number) => ({
      followUpMonths: months,
      figures: [figure("orr", 50, 100, { followUpMonths: months })],
    });
    const cohorts = [
      ...[cohort("a", at(60)), cohort("b", at(60))],
      ...[bispecific("c", at(6)), bispecific("d", at(6))],
    ];
    expect(rowOf(cohorts).contrast.status).toBe("ok");
  });
});

describe("a difference that is printed", () => {
  const carT = [cohort("a1", orrOf(80)), cohort("a2", orrOf(95))];

  it("is that of the fitted model and need not be that of the two rates", () => {
    const { contrast } = rowOf([...carT, ...bispecifics]);
    const figures = (cohorts: readonly ComputeCohort[]) =>
      counts.figures(
        cohorts.map((one) => {
          const { events, n } = one.figures[0] ?? {};
          return entry(one, { events: events ?? 0, n: n ?? 0 });
        }),
      );
    const fitted = bayesModel.compare(
      [
        { id: "car-t", figures: figures(carT) },
        { id: "bsab", figures: figures(bispecifics) },
      ],
      "bsab",
    )[0]?.contrast;
    expect(contrast.differencePer100).toBeCloseTo(100 * (fitted?.difference ?? 0), 4);
    expect(contrast.differenceInterval?.[0]).toBeCloseTo(
      100 * (fitted?.differenceInterval[0] ?? 0),
      4,
    );
    expect(contrast.oddsRatio).toBeCloseTo(fitted?.ratio ?? 0, 5);
    expect(contrast.probabilityHigher).toBeCloseTo(fitted?.probabilityHigher ?? 0, 5);
  });

  it("rests on spread between trials, also of two that agree, so that no side is exact", () => {
    const alike = [cohort("a1", orrOf(800, 1000)), cohort("a2", orrOf(800, 1000))];
    const { contrast, pools } = rowOf([...alike, ...bispecifics]);
    expect(pools["car-t"].tau).toBeGreaterThan(0);
    const [lower, upper] = contrast.differenceInterval ?? [0, 0];
    // Of 2000 patients summed it would be less than 4 wide on this side alone.
    expect(upper - lower).toBeGreaterThan(20);
  });
});

describe("survival at a month", () => {
  const at = (survival: number) => ({ landmarks: [landmark("pfs-12", survival)] });
  const cohorts = [
    ...[cohort("a1", at(0.7)), cohort("a2", at(0.8))],
    ...[bispecific("b1", at(0.5)), bispecific("b2", at(0.6))],
  ];

  it("has neither a class number nor a difference, and every trial its own", () => {
    const { pools, contrast } = rowOf(cohorts, { outcome: ["pfs-12"] });
    for (const pool of [pools["car-t"], pools.bsab]) {
      expect(pool).toMatchObject({ status: "by-trial", k: 2, estimate: null, interval: null });
      expect(pool.predictionInterval).toBeNull();
      expect(pool.products).toMatchObject([{ k: 2, estimate: null, interval: null }]);
    }
    expect(pools["car-t"].studies.map(({ estimate }) => estimate)).toEqual([0.7, 0.8]);
    expect(contrast).toMatchObject({ status: "not-estimable", hazardRatio: null });
  });

  it("is pooled as it was by a named set", () => {
    const set = { id: "made", name: "Made", used: 4, cohorts: cohorts.map(({ id }) => id) };
    const made = datasetOf(cohorts, { sets: [{ ...set, pins: { setting: "any" } }] });
    const query = asked("set=made&outcome=pfs-12", made);
    const [row] = compare(query, made, models).outcomes;
    expect(row?.pools["car-t"]).toMatchObject({ status: "ok", k: 2 });
    expect(row?.pools["car-t"].estimate).toBeGreaterThan(0.6);
    const [one] = row?.contrasts ?? [];
    expect(one?.status).toBe("ok");
    // Of events: more survive with CAR-T.
    expect(one?.hazardRatio).toBeLessThan(1);
    expect(one?.differencePer100).toBeGreaterThan(0);
    expect(one?.oddsRatio).toBeNull();
  });
});

describe("the side of 0 on which a difference lies", () => {
  it.each([
    [null, null],
    [[1, 30], 1],
    [[-30, -1], -1],
    [[-1, 30], 0],
    [[0, 30], 0],
    [[-30, 0], 0],
    // As it is printed: a reader sees 0.
    [[1e-11, 30], 0],
    [[-30, -1e-11], 0],
    [[0.000001, 30], 1],
  ] as const)("%j: %j", (differenceInterval, finding) => {
    expect(findingOf({ differenceInterval })).toBe(finding);
  });
});
