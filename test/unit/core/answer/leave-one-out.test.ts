/** The range of a difference with any one trial left out. */
import { describe, expect, it } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { summariseLeaveOneOut } from "#core/answer/influential-trials.ts";
import { models } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";

const query = widestBut({ outcome: ["orr"] });
const trial = (id: string, events: number, over: Partial<ComputeCohort> = {}) => {
  const make = id.startsWith("b") ? bispecific : cohort;
  return make(id, { figures: [figure("orr", events, 100)], ...over });
};

const rangeOf = (cohorts: readonly ComputeCohort[], question: Query = query) =>
  summariseLeaveOneOut(question, orr, datasetOf([...cohorts]), models);

/** The difference that the same question has without these cohorts. */
function contrastOf(cohorts: readonly ComputeCohort[], exclude: readonly string[]) {
  const made = datasetOf([...cohorts]);
  const [row] = compareClasses({ ...query, exclude: [...exclude] }, made, models).outcomes;
  return row?.contrasts[0];
}

const differenceOf = (...of: Parameters<typeof contrastOf>) => contrastOf(...of)?.differencePer100;

describe("without any one trial", () => {
  const cohorts = [
    ...[trial("c1", 95), trial("c2", 80), trial("c3", 85)],
    ...[trial("b1", 50), trial("b2", 55), trial("b3", 30)],
  ];

  it("the lowest and the highest difference are those of the question", () => {
    expect(rangeOf(cohorts)).toMatchObject({
      range: [differenceOf(cohorts, ["b3"]), differenceOf(cohorts, ["b2"])],
      trials: 6,
    });
    const [lowest, highest] = rangeOf(cohorts)?.range ?? [Number.NaN, Number.NaN];
    for (const { id } of cohorts) {
      const difference = differenceOf(cohorts, [id]) ?? Number.NaN;
      expect(difference).toBeGreaterThanOrEqual(lowest);
      expect(difference).toBeLessThanOrEqual(highest);
    }
  });

  it("names every trial without which the interval of the question reaches 0, and no other", () => {
    const some = [...cohorts.slice(0, 3), trial("b1", 62), trial("b2", 66), trial("b3", 30)];
    const reaching = some.flatMap(({ id }) => {
      const [lower = 0, upper = 0] = contrastOf(some, [id])?.differenceInterval ?? [];
      return lower <= 0 && upper >= 0 ? [id] : [];
    });
    expect(reaching.length).toBeGreaterThan(0);
    expect(reaching.length).toBeLessThan(some.length);
    expect(rangeOf(some)?.reachesZero).toEqual(reaching.map((id) => id.toUpperCase()));
  });

  it("keeps what the question excludes", () => {
    const range = rangeOf([...cohorts, trial("c4", 1)], { ...query, exclude: ["c4"] });
    expect(range).toEqual(rangeOf(cohorts));
  });

  it("counts only what leaves two trials on each side", () => {
    const few = [trial("c1", 95), trial("c2", 80), ...cohorts.slice(3)];
    // A trial of CAR-T leaves one.
    expect(rangeOf(few)?.trials).toBe(3);
    expect(rangeOf(few)?.range[0]).toBe(differenceOf(few, ["b3"]));
    expect(rangeOf([...few.slice(0, 2), trial("b1", 50), trial("b2", 55)])).toBeNull();
  });

  it("leaves out all parts of one trial together", () => {
    const parts = [trial("c1", 95), trial("c2", 80, { trial: "c1" }), ...cohorts.slice(2)];
    expect(rangeOf([...parts, trial("c4", 90)])).toMatchObject({ trials: 6 });
  });

  it("has nothing to leave out where no trial has a figure", () => {
    expect(rangeOf(cohorts.map((trialOfRow) => ({ ...trialOfRow, figures: [] })))).toBeNull();
  });

  it("does not leave out a trial without a figure", () => {
    expect(rangeOf([...cohorts, cohort("c4")])).toEqual(rangeOf(cohorts));
  });

  it("counts a trial that was left out for its patients, where the larger one is", () => {
    const shared = [{ with: "c1", kind: "contained" as const, reason: "same patients" }];
    const made = [...cohorts, trial("part", 10, { n: 40, overlaps: shared })].map((part) =>
      part.id === "part" ? { ...part, figures: [figure("orr", 4, 40)] } : part,
    );
    // Without the larger cohort, the smaller one comes back with its low rate.
    expect(rangeOf(made)?.trials).toBe(6);
    expect(rangeOf(made)?.range[0]).toBe(differenceOf(made, ["c1"]));
  });
});
