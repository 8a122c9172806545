/** Tests when a difference is printed, why it is not, and that it is fitted and not subtracted. */
import { describe, expect, it } from "vitest";
import type { ContrastStatus } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { judgeSideOfZero } from "#core/answer/contrast.ts";
import { models } from "#core/answer/models.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, cohort, datasetOf, figure, landmark } from "../../../support/cohorts.ts";
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
  const either = "alpha-cel-or-gamma-cel";

  it.each<[string, ComputeCohort[], ComputeCohort[], ContrastStatus]>([
    ["one trial", [a1], bispecifics, "one-trial"],
    ["two trials of every product", [a1, a2], bispecifics, "ok"],
    ["two trials of one of two products", [a1, a2, silent], bispecifics, "one-product"],
    ["two products of three", [a1, ofGamma, third], bispecifics, "ok"],
    ["one product there", [a1, ofGamma], [b1, bispecific("b3", orrOf(50)), quiet], "one-product"],
    ["three parts of one trial", parts, bispecifics, "one-trial"],
    ["the same with another trial", [...parts, cohort("q", orrOf(80))], bispecifics, "ok"],
    [
      "a series that did not tell its products apart",
      [cohort("s", { product: either, ...orrOf(80) }), a1, silent],
      bispecifics,
      "ok",
    ],
  ])("%s", (_, carT, bsab, status) => {
    expect(statusOf([...carT, ...bsab])).toBe(status);
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
    months.map((followUpMonths, index) =>
      make(`${make("").therapyClass}${index}`, {
        followUpMonths,
        figures: [figure("infection-3", 20, 100, { followUpMonths })],
      }),
    );

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
  const alike = [cohort("a1", orrOf(800, 1000)), cohort("a2", orrOf(800, 1000))];
  const { contrasts, pools } = rowOf([...alike, ...bispecifics]);
  expect(pools["car-t"].tau).toBeGreaterThan(0);
  const [lower, upper] = contrasts[0]?.differenceInterval ?? [0, 0];
  // If the 2000 patients were summed, the interval would be less than 4 wide on this side alone.
  expect(upper - lower).toBeGreaterThan(20);
});

it("survival at a month is pooled as it was by a named set: a hazard ratio is one of events", () => {
  const at = (survival: number) => ({ landmarks: [landmark("pfs-12", survival)] });
  const cohorts = [
    ...[cohort("a1", at(0.7)), cohort("a2", at(0.8))],
    ...[bispecific("b1", at(0.5)), bispecific("b2", at(0.6))],
  ];
  const set = {
    id: "made",
    name: "Made",
    cohortsPooled: 4,
    cohorts: cohorts.map(({ id }) => id),
  };
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
