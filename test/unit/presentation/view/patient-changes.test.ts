import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { patientChanges } from "#presentation/view/patient-changes.ts";
import { shownOf } from "#presentation/view/shown-numbers.ts";
import { english } from "#presentation/words/catalogues.ts";
import { makeComparison } from "#server/answers/make-comparison.ts";
import { asked } from "../../../support/queries.ts";

const answer = makeComparison(asked("outcome=orr,cr,crs-3", dataset), english) as Comparison;

/** The answer with another number in the pool of CAR-T of one outcome; `null` removes the pool. */
function changed(outcome: string, estimate: number | null): Comparison {
  return {
    ...answer,
    outcomes: answer.outcomes.map((row) =>
      row.outcome === outcome
        ? {
            ...row,
            pools: { ...row.pools, "car-t": { ...row.pools["car-t"], estimate, observed: null } },
          }
        : row,
    ),
  };
}

const rate = (outcome: string) => {
  const row = answer.outcomes.find((one) => one.outcome === outcome);
  return (row && shownOf(row, "car-t")?.estimate) ?? Number.NaN;
};

describe("in what the answer for a patient differs", () => {
  it("is nothing if the numbers are the same, or print the same", () => {
    expect(patientChanges(answer, answer)).toEqual({ rows: 3, changed: [] });
    const whole = Math.round(rate("orr") * 100) / 100;
    const [near, nearer] = [changed("orr", whole + 0.001), changed("orr", whole - 0.001)];
    expect(patientChanges(near, nearer).changed).toEqual([]);
  });

  it("is a rate that is printed otherwise, of the class that has it", () => {
    const other = rate("cr") - 0.2;
    expect(patientChanges(answer, changed("cr", other)).changed).toMatchObject([
      { classes: [{ group: "car-t", whole: { estimate: rate("cr") }, own: { estimate: other } }] },
    ]);
  });

  it("is a number that is no longer there", () => {
    expect(patientChanges(answer, changed("crs-3", null)).changed).toMatchObject([
      { classes: [{ group: "car-t", whole: { estimate: rate("crs-3") }, own: null }] },
    ]);
  });
});
