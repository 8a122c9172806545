import { describe, expect, it } from "vitest";
import {
  type Bounds,
  findContradictionToPublishedRate,
  listTrialSurvivalBounds,
} from "#core/others/published-rates.ts";
import { median as madeMedian } from "../../../support/answers.ts";
import { cohort } from "../../../support/cohorts.ts";

const cohorts = [
  cohort("large", { n: 300 }),
  cohort("small", { n: 100 }),
  cohort("both", {
    n: 400,
    overlaps: [
      { with: "large", kind: "contained", reason: "300 of the 400" },
      { with: "small", kind: "contained", reason: "100 of the 400" },
    ],
  }),
];
const cohortsOf = (named: readonly { readonly cohort: string }[]) =>
  cohorts.filter(({ id }) => named.some(({ cohort: one }) => one === id));

type Printed = Parameters<typeof listTrialSurvivalBounds>[1];
type Interval = readonly [number | null, number | null] | null;

const of = (id: string, interval: Interval, followUpMonths: number | null = null) =>
  madeMedian({ cohort: id, label: id, trial: id, interval, followUpMonths });
const bounds = (printed: Partial<Printed>, outcome = "pfs-12") =>
  listTrialSurvivalBounds(outcome, { medians: [], studies: [], ...printed }, cohortsOf).map(
    ({ least, most }) => [least, most],
  );
const median = (interval: Interval) =>
  bounds({ medians: [{ ...of("large", interval), months: 9 }] });

describe("a trial at a month", () => {
  it("is at most half from the upper limit of its median, at least half up to the lower one", () => {
    expect(median([5.6, 11.6])).toEqual([[0, 0.5]]);
    expect(median([5.6, 12])).toEqual([[0, 0.5]]);
    expect(median([12, 20])).toEqual([[0.5, 1]]);
    expect(median([8.8, 17.1])).toEqual([[0, 1]]);
    expect(median([13, null])).toEqual([[0.5, 1]]);
    expect(median(null)).toEqual([[0, 1]]);
  });

  it("with a median that was not reached is at least half up to its follow-up", () => {
    const at = (months: number | null) => bounds({ notReached: [of("large", null, months)] });
    expect(at(13.8)).toEqual([[0.5, 1]]);
    expect(at(9)).toEqual([[0, 1]]);
    expect(at(null)).toEqual([[0, 1]]);
  });

  it("is what it printed of that month, whatever its median", () => {
    const study = { cohort: "large", label: "large", estimate: 0.77 };
    const studies = [study] as unknown as Printed["studies"];
    const medians = [{ ...of("large", [1, 2]), months: 2 }];
    expect(bounds({ studies, medians })).toEqual([[0.77, 0.77]]);
  });

  it("counts once, and a pooling not beside its parts", () => {
    const medians = ["large", "small", "both"].map((id) => ({ ...of(id, [1, 2]), months: 2 }));
    expect(bounds({ medians })).toHaveLength(2);
    expect(bounds({ medians: medians.slice(1) })).toHaveLength(1);
  });

  it("is not told for duration of response, or for what is no survival", () => {
    const medians = [{ ...of("large", [1, 2]), months: 2 }];
    expect(bounds({ medians }, "dor-12")).toEqual([]);
    expect(bounds({ medians }, "orr")).toEqual([]);
  });
});

describe("a published survival", () => {
  const low = { ...of("low", [5, 11]), months: 8.8 };
  const high = { ...of("high", [20, 30]), months: 24 };
  const trials: Bounds[] = [
    { n: 300, least: 0, most: 0.5, median: low },
    { n: 100, least: 0.77, most: 0.77 },
  ];

  it("contradicts trials that together do not allow it, and names whose medians say so", () => {
    // (300 × 0.5 + 100 × 0.77) / 400 = 0.5675
    expect(findContradictionToPublishedRate(0.57, trials)).toEqual({
      isHigher: true,
      trials: [low],
    });
    expect(findContradictionToPublishedRate(0.56, trials)).toBeNull();
    // 100 × 0.77 / 400 = 0.1925; no median says that it was more.
    expect(findContradictionToPublishedRate(0.19, trials)).toBeNull();
    const more = [{ n: 300, least: 0.5, most: 1, median: high }, ...trials.slice(1)];
    expect(findContradictionToPublishedRate(0.4, more)).toEqual({
      isHigher: false,
      trials: [high],
    });
  });

  it("never contradicts a single trial, or none", () => {
    expect(findContradictionToPublishedRate(0.9, trials.slice(0, 1))).toBeNull();
    expect(findContradictionToPublishedRate(0.9, [])).toBeNull();
  });
});
