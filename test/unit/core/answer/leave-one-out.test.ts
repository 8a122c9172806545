/** The range of a difference with any one trial left out. */
import { describe, expect, it } from "vitest";
import { summariseLeaveOneOutDifferences } from "#core/answer/influential-trials.ts";
import { models } from "#core/answer/models.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";
import { rowOf } from "./entries.ts";

const query = widestBut({ outcome: ["orr"] });
const trial = (id: string, events: number, over: Partial<ComputeCohort> = {}) => {
  const make = id.startsWith("b") ? bispecific : cohort;
  return make(id, { figures: [figure("orr", events, 100)], ...over });
};

const rangeOf = (cohorts: readonly ComputeCohort[]) =>
  summariseLeaveOneOutDifferences(query, orr, datasetOf([...cohorts]), models);

/** The difference that the same question has without this cohort. */
const differenceWithout = (cohorts: readonly ComputeCohort[], id: string) =>
  rowOf(cohorts, { exclude: [id] }).contrasts[0]?.differencePer100;

describe("without any one trial", () => {
  const cohorts = [
    ...[trial("c1", 95), trial("c2", 80), trial("c3", 85)],
    ...[trial("b1", 50), trial("b2", 55), trial("b3", 30)],
  ];

  it("the lowest and the highest difference are those of the question", () => {
    expect(rangeOf(cohorts)).toMatchObject({
      range: [differenceWithout(cohorts, "b3"), differenceWithout(cohorts, "b2")],
      trials: 6,
    });
    const [lowest, highest] = rangeOf(cohorts)?.range ?? [Number.NaN, Number.NaN];
    for (const { id } of cohorts) {
      const difference = differenceWithout(cohorts, id) ?? Number.NaN;
      expect(difference).toBeGreaterThanOrEqual(lowest);
      expect(difference).toBeLessThanOrEqual(highest);
    }
  });

  it("counts only what leaves two trials on each side", () => {
    const few = [trial("c1", 95), trial("c2", 80), ...cohorts.slice(3)];
    // A trial of CAR-T leaves one.
    expect(rangeOf(few)?.trials).toBe(3);
    expect(rangeOf(few)?.range[0]).toBe(differenceWithout(few, "b3"));
    expect(rangeOf([...few.slice(0, 2), trial("b1", 50), trial("b2", 55)])).toBeNull();
  });

  it("leaves out all parts of one trial together", () => {
    const parts = [trial("c1", 95), trial("c2", 80, { trial: "c1" }), ...cohorts.slice(2)];
    expect(rangeOf([...parts, trial("c4", 90)])).toMatchObject({ trials: 6 });
  });

  it("counts a trial that was left out for its patients, where the larger one is", () => {
    const shared = [{ with: "c1", kind: "contained" as const, reason: "same patients" }];
    const made = [...cohorts, trial("part", 10, { n: 40, overlaps: shared })].map((part) =>
      part.id === "part" ? { ...part, figures: [figure("orr", 4, 40)] } : part,
    );
    // Without the larger cohort, the smaller one comes back with its low rate.
    expect(rangeOf(made)?.trials).toBe(6);
    expect(rangeOf(made)?.range[0]).toBe(differenceWithout(made, "c1"));
  });
});
