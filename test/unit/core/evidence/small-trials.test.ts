/** Tests that a trial makes the number alone if it is the only one of several with 30 patients or more. */
import { describe, expect, it } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { areAllTrialsSmall, chooseEntriesOfNumber } from "#core/evidence/trials.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, cohort, datasetOf, figure, widestBut } from "../../../support/cohorts.ts";
import { entry } from "../answer/entries.ts";

/** Returns a trial of `n` patients, half of whom responded. */
const trial = (id: string, n: number, over: Partial<ComputeCohort> = {}) =>
  cohort(id, { figures: [figure("orr", Math.floor(n / 2), n)], ...over });

/** Returns the cohort as an entry of a pool. */
const entryOf = (trialCohort: ComputeCohort) => {
  const [{ n = 0 } = {}] = trialCohort.figures;
  return entry(trialCohort, { events: 0, n: n ?? 0 });
};

describe("the figures that make a number", () => {
  it.each<[string, ComputeCohort[], string[]]>([
    ["one large trial stands alone", [trial("a", 20), trial("b", 208)], ["b"]],
    ["30 patients are enough", [trial("a", 29), trial("b", 30)], ["b"]],
    [
      "two large trials are pooled with the small ones",
      [trial("a", 20), trial("b", 40), trial("c", 30)],
      ["a", "b", "c"],
    ],
    ["small trials alone are pooled", [trial("a", 20), trial("b", 29)], ["a", "b"]],
    [
      "parts of one trial count together",
      [trial("a", 20, { trial: "x" }), trial("b", 15, { trial: "x" }), trial("c", 9)],
      ["a", "b"],
    ],
    ["none", [], []],
  ])("%s", (_, cohorts, expected) => {
    const entries = cohorts.map(entryOf);
    expect(chooseEntriesOfNumber(entries).map((counted) => counted.cohort.id)).toEqual(expected);
  });

  it("are all small only where there is one, and none of 30", () => {
    expect(areAllTrialsSmall([])).toBe(false);
    expect(areAllTrialsSmall([entryOf(trial("a", 29))])).toBe(true);
    expect(areAllTrialsSmall([trial("a", 29), trial("b", 30)].map(entryOf))).toBe(false);
  });
});

describe("a row", () => {
  const rowOf = (carT: ComputeCohort[], bsab: ComputeCohort[]) => {
    const query = widestBut({ outcome: ["orr"] });
    const [row] = compareClasses(query, datasetOf([...carT, ...bsab]), models).outcomes;
    if (!row) throw new Error("no row");
    return row;
  };
  const many = [bispecific("d", trial("d", 90)), bispecific("e", trial("e", 80))].map((made) =>
    bispecific(made.id, { figures: made.figures }),
  );

  it("has the large trial with its own exact interval; the small ones stand beside it", () => {
    const { pools, contrasts, numberForm } = rowOf([trial("a", 20), trial("b", 208)], many);
    const { k, selectedTrials, events, n, estimate, smallTrials, notPooled, status } =
      pools["car-t"];
    expect({ k, of: selectedTrials, events, n, estimate, status }).toEqual({
      ...{ k: 1, of: 2, events: 104, n: 208, estimate: 0.5, status: "one-trial" },
    });
    expect(smallTrials?.map((study) => [study.cohort, study.events, study.n])).toEqual([
      ["a", 10, 20],
    ]);
    expect(notPooled.map((leftOut) => [leftOut.cohort, leftOut.reason.code])).toEqual([
      ["a", "small-trial"],
    ]);
    expect(contrasts[0]?.status).toBe("one-trial");
    expect(numberForm).toBe("rates");
  });

  it("names the small trials of a product whose number is its one large trial", () => {
    const ofGamma = { product: "gamma-cel" };
    const { pools } = rowOf([trial("a", 20), trial("b", 208), trial("c", 90, ofGamma)], many);
    expect(pools["car-t"].k).toBe(3);
    expect(pools["car-t"].products).toMatchObject([
      { product: "alpha-cel", k: 1, events: 104, n: 208, smallTrials: ["a"] },
      { product: "gamma-cel", k: 1, events: 45, n: 90 },
    ]);
  });

  it("shows counts on both sides where one has no trial of 30", () => {
    const { numberForm, pools } = rowOf([trial("a", 20), trial("b", 25)], many);
    expect([numberForm, pools["car-t"].events, pools["car-t"].n]).toEqual(["counts", 22, 45]);
    expect(rowOf([trial("a", 20)], many).numberForm).toBe("counts");
    expect(rowOf([], many).numberForm).toBe("rates");
  });
});
