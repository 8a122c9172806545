/**
 * Tests when a difference is printed, why it is not, that it is fitted and not subtracted, and that cohorts of one
 * trial are one figure.
 */
import { describe, expect, it } from "vitest";
import type { ContrastStatus } from "#core/answer/answer.ts";
import { compareClasses, compareGroups } from "#core/answer/compare.ts";
import { judgeSideOfZero } from "#core/answer/contrast.ts";
import { listApartTrials } from "#core/answer/figures-of-trials.ts";
import { models } from "#core/answer/models.ts";
import { testSubgroupsOfQuestion } from "#core/answer/subgroup-test.ts";
import { type Grouping, groupCohortsByClass } from "#core/evidence/grouping.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  landmark,
  orr,
  widestBut,
} from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";
import { rowOf } from "./entries.ts";

const orrOf = (events: number, n = 100) => ({ n, figures: [figure("orr", events, n)] });

const b1 = bispecific("b1", orrOf(50));
/** Holds one trial each of two products. */
const bispecifics = [b1, bispecific("b2", { product: "deltamab", ...orrOf(60) })];

const statusOf = (...of: Parameters<typeof rowOf>) => rowOf(...of).contrasts[0]?.status;

describe("a difference by the trials and products of a side", () => {
  const a1 = cohort("a1", orrOf(80));
  const a2 = cohort("a2", orrOf(70));
  const silent = cohort("g", { product: "gamma-cel" });
  const ofGamma = cohort("g", { product: "gamma-cel", ...orrOf(75) });
  const third = cohort("x", { product: "unapproved-cel" });
  const quiet = bispecific("d", { product: "deltamab" });
  const parts = ["p1", "p2", "p3"].map((id) => cohort(id, { trial: "NCT1", ...orrOf(80) }));
  const untold = cohort("s", { product: "alpha-cel-or-gamma-cel", ...orrOf(80) });

  it.each<[string, ComputeCohort[], ComputeCohort[], ContrastStatus]>([
    ["one trial", [a1], bispecifics, "one-trial"],
    ["two trials of every product", [a1, a2], bispecifics, "two-trials"],
    ["three trials of every product", [a1, a2, cohort("a3", orrOf(75))], bispecifics, "ok"],
    [
      "two trials of every product there",
      [a1, ofGamma],
      [b1, bispecific("b3", orrOf(50))],
      "two-trials",
    ],
    ["two trials of one of two products", [a1, a2, silent], bispecifics, "one-product"],
    ["two products of three", [a1, ofGamma, third], bispecifics, "ok"],
    ["one product there", [a1, ofGamma], [b1, bispecific("b3", orrOf(50)), quiet], "one-product"],
    ["three parts of one trial", parts, bispecifics, "one-trial"],
    ["the same with another trial", [...parts, cohort("q", orrOf(80))], bispecifics, "two-trials"],
    ["the same with two more", [...parts, cohort("q", orrOf(80)), a1], bispecifics, "ok"],
    ["a series that did not tell its products apart", [untold, a1, silent], bispecifics, "ok"],
  ])("%s", (_, carT, bsab, status) => {
    expect(statusOf([...carT, ...bsab])).toBe(status);
  });

  it("is none of one drug in two trials, which stand side by side without a mean", () => {
    const { contrasts, pools } = rowOf([...parts, a2, ...bispecifics]);
    const { status, k, events, n, estimate, interval, tau, products, studies } = pools["car-t"];
    expect({ status, k, events, n }).toEqual({ status: "by-trial", k: 2, events: 310, n: 400 });
    expect([estimate, interval, tau, products[0]?.estimate]).toEqual([null, null, null, null]);
    expect(studies).toHaveLength(4);
    expect(contrasts[0]?.differencePer100).toBeNull();
    // The parts of a trial are one, with the exact interval of their sum.
    expect(listApartTrials(pools["car-t"])).toMatchObject([
      { label: "P1, P2, P3", events: 240, n: 300, interval: clopperPearson(240, 300) },
      { label: "A2", events: 70, n: 100, interval: clopperPearson(70, 100) },
    ]);
  });

  it("that is not printed has no number, whatever the model finds, and each pool keeps its own", () => {
    const { contrasts, pools } = rowOf([a1, ...bispecifics]);
    const { group, against, status, analyses, ...numbers } = contrasts[0] ?? {};
    expect([group, against, analyses]).toEqual(["car-t", "bsab", null]);
    expect(new Set(Object.values(numbers))).toEqual(new Set([null]));
    expect(pools["car-t"]).toMatchObject({ status: "one-trial", estimate: 0.8 });
    expect(pools.bsab.estimate).not.toBeNull();
  });
});

describe("a difference by follow-up", () => {
  const of = (make: typeof cohort, months: readonly (number | null)[]) =>
    months.map((followUpMonths, index) => {
      const figures = [figure("infection-3", 20, 100, { followUpMonths })];
      const { therapyClass } = make("");
      const product = `${index}${therapyClass === "car-t" ? "-cel" : "mab"}`;
      return make(`${therapyClass}${index}`, { product, followUpMonths, figures });
    });

  it.each<[(number | null)[], (number | null)[], ContrastStatus]>([
    [[24, 24], [12, 12], "ok"],
    [[12, 12], [24.1, 24.1], "follow-ups-apart"],
    // A follow-up that is known for exactly half of the patients counts as known.
    [[12, null], [12, 12], "ok"],
    [[12, null, null], [12, 12], "follow-up-unknown"],
    // Too few trials are reported before a difference in follow-up.
    [[48], [12, 12], "one-trial"],
  ])("%j and %j months: %s", (carT, bsab, expected) => {
    const cohorts = [...of(cohort, carT), ...of(bispecific, bsab)];
    expect(statusOf(cohorts, { outcome: ["infection-3"] })).toBe(expected);
  });
});

it("a difference rests on spread between trials, also of two that agree, so that no side is exact", () => {
  const second = cohort("a2", { product: "gamma-cel", ...orrOf(800, 1000) });
  const alike = [cohort("a1", orrOf(800, 1000)), second];
  const { contrasts, pools } = rowOf([...alike, ...bispecifics]);
  expect(pools["car-t"].tau).toBeGreaterThan(0);
  const [lower, upper] = contrasts[0]?.differenceInterval ?? [0, 0];
  // If the 2000 patients were summed, the interval would be less than 4 wide on this side alone.
  expect(upper - lower).toBeGreaterThan(20);
});

it("survival at a month is pooled as it was by a named set: a hazard ratio is one of events", () => {
  const at = (survival: number) => ({ landmarks: [landmark("pfs-12", survival)] });
  const carT = [cohort("a1", at(0.7)), cohort("a2", at(0.8))];
  const cohorts = [...carT, bispecific("b1", at(0.5)), bispecific("b2", at(0.6))];
  const set = { id: "made", name: "Made", cohortsPooled: 4, cohorts: cohorts.map(({ id }) => id) };
  const made = datasetOf(cohorts, { sets: [{ ...set, pins: { setting: "any" } }] });
  const [row] = compareClasses(queryOf("set=made&outcome=pfs-12", made), made, models).outcomes;
  expect(row?.pools["car-t"]).toMatchObject({ status: "ok", k: 2 });
  expect(row?.pools["car-t"].estimate).toBeGreaterThan(0.6);
  const [contrast] = row?.contrasts ?? [];
  expect(contrast).toMatchObject({ status: "ok", oddsRatio: null });
  expect(contrast?.hazardRatio).toBeLessThan(1);
  expect(contrast?.differencePer100).toBeGreaterThan(0);
});

it.each([
  [null, null],
  [[1, 30], 1],
  [[-30, -1], -1],
  [[-1, 30], 0],
  [[0, 30], 0],
  [[-30, 0], 0],
  // The interval is read as it is printed: a reader sees 0.
  [[1e-11, 30], 0],
  [[-30, -1e-11], 0],
  [[0.000001, 30], 1],
] as const)("a difference of %j lies on the side %j of 0", (differenceInterval, finding) => {
  expect(judgeSideOfZero({ differenceInterval })).toBe(finding);
});

// Cohorts of one trial are figures of this trial, and never trials of their own.

/** Two schedules of one trial. */
const trial = "NCT1";
const fortnightly = bispecific("fortnightly", { trial, ...orrOf(106, 154) });
const schedules = [bispecific("weekly", { trial, ...orrOf(106, 143) }), fortnightly];
const another = bispecific("another", orrOf(60, 100));
const carT = [80, 70, 75].map((events) => cohort(`c${events}`, orrOf(events, 100)));

describe("a side of one trial", () => {
  it.each(["bayes", "glmm", "reml"] as const)("is its counts added, asked for by %s", (model) => {
    const { pools, contrasts } = rowOf([...carT, ...schedules], { model });
    const { k, selectedTrials, events, n, estimate, interval, tau, i2, predictionInterval } =
      pools.bsab;
    expect({ k, selectedTrials, events, n, estimate, interval }).toEqual({
      ...{ k: 1, selectedTrials: 1, events: 212, n: 297 },
      estimate: expect.closeTo(212 / 297, 6),
      interval: clopperPearson(212, 297).map((end) => expect.closeTo(end, 5)),
    });
    // Between schedules there is no spread between trials.
    expect([tau, i2, predictionInterval]).toEqual([null, null, null]);
    const studies = pools.bsab.studies.map((study) => `${study.cohort} ${study.events}`);
    expect(studies).toEqual(["weekly 106", "fortnightly 106"]);
    expect(contrasts[0]?.status).toBe("one-trial");
  });

  it("is also that of the other kind of regimen", () => {
    const combined = schedules.map((schedule) => ({
      ...schedule,
      regimen: "combination" as const,
    }));
    const large = [another, bispecific("more", orrOf(600, 900))];
    const { pools } = rowOf([...carT, ...large, ...combined]);
    expect(pools.bsab.otherRegimen).toMatchObject({ k: 1, estimate: expect.closeTo(212 / 297, 6) });
  });
});

const added = bispecific("both", { trial: "NCT1", ...orrOf(212, 297) });

describe("among several trials", () => {
  const others = [another, bispecific("more", orrOf(45, 60))];

  it.each(["bayes", "glmm", "reml", "dl"] as const)(
    "the cohorts of one are one figure, their counts added, by %s",
    (model) => {
      const apart = rowOf([...carT, ...schedules, ...others], { model });
      const together = rowOf([...carT, added, ...others], { model });
      const numbers = ({ studies, products, ...pool }: (typeof apart)["pools"]["bsab"]) => ({
        ...pool,
        products: products.map(({ smallTrials, ...product }) => product),
      });
      expect(numbers(apart.pools.bsab)).toEqual(numbers(together.pools.bsab));
      // The analysis without each trial lists them by name.
      const differences = ({ contrasts }: typeof apart) =>
        contrasts.map(({ analyses, ...contrast }) => contrast);
      expect(differences(apart)).toEqual(differences(together));
      expect(apart.contrasts[0]?.status).toBe("ok");
      expect(apart.pools.bsab).toMatchObject({ k: 3, selectedTrials: 3, events: 317, n: 457 });
    },
  );

  it("those of one group alone are added", () => {
    const group = (id: string, cohorts: readonly ComputeCohort[]) =>
      ({ id, classes: ["bsab"], cohorts }) as const;
    const byCohort: Grouping = (cohorts) => {
      const [weekly, other] = [false, true].map((isOther) =>
        cohorts.filter(({ id }) => (id === "fortnightly") === isOther),
      );
      const groups = [group("weekly", weekly ?? []), group("other", other ?? [])];
      return { groups, reference: null, ungrouped: [] };
    };
    const data = datasetOf([...schedules, ...others]);
    const [row] = compareGroups(widestBut({ outcome: ["orr"] }), data, models, byCohort).outcomes;
    expect(row?.pools.weekly).toMatchObject({ k: 3, events: 211, n: 303 });
    expect(row?.pools.other).toMatchObject({ k: 1, events: 106, n: 154 });
  });

  it("those of one trial are not three for a test between groups", () => {
    const three = [...schedules, bispecific("third", { trial: "NCT1", ...orrOf(5, 30) })];
    const { groups, smallGroups } = testSubgroupsOfQuestion(
      widestBut({ outcome: ["orr"] }),
      orr,
      datasetOf([...carT, ...three]),
      groupCohortsByClass,
    );
    expect({ groups, smallGroups }).toEqual({ groups: ["car-t"], smallGroups: ["bsab"] });
  });
});

describe("a pooling of two trials", () => {
  const pooledTrials = ["NCT1", "NCT2"];
  const pooling = bispecific("pooling", { trial: "NCT1", pooledTrials, ...orrOf(144, 217) });

  it("counts as both of them, and is one figure of the model", () => {
    const { pools } = rowOf([...carT, pooling, another], { model: "reml" });
    const { pools: same } = rowOf([...carT, { ...pooling, pooledTrials: [] }, another], {
      model: "reml",
    });
    expect([pools.bsab.k, pools.bsab.selectedTrials, same.bsab.k]).toEqual([3, 3, 2]);
    expect(pools.bsab.estimate).toBe(same.bsab.estimate);
    expect(pools.bsab.interval).toEqual(same.bsab.interval);
    expect(pools.bsab.studies[0]).toMatchObject({ pooledTrials: ["NCT1", "NCT2"] });
  });

  it("tells nothing of how its trials differ, so that a side of it alone is its count and is not compared", () => {
    const { pools, contrasts } = rowOf([...carT, pooling]);
    expect(pools.bsab).toMatchObject({
      ...{ k: 2, status: "one-trial", tau: null },
      interval: clopperPearson(144, 217).map((end) => expect.closeTo(end, 5)),
    });
    expect(contrasts[0]?.status).toBe("one-trial");
  });
});
