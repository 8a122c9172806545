import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import {
  groupComparableTimes,
  listOnsetRanges,
  selectTimingLines,
} from "#core/evidence/timing-lines.ts";
import type { CitedTiming, Timings } from "#data/cited-times.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, cohort } from "../../../support/cohorts.ts";

/** A printed time, so that a test states only what matters to it. */
function time(over: Partial<CitedTiming> = {}): CitedTiming {
  return {
    what: "onset",
    outcome: "crs",
    median: 2,
    range: [1, 9],
    quartiles: null,
    unit: "days",
    from: "the most recent dose",
    definition: null,
    locator: "section 5.1",
    source: { citation: "A label", doi: null, pmid: null, tier: 1 },
    ...over,
  };
}

const { outcomes } = dataset;

describe("times beside each other", () => {
  const practice = { evidence: "real-world" } as const;
  const all = [
    cohort("trial of a", { product: "a" }),
    cohort("centre, a", { ...practice, product: "a" }),
    cohort("silent"),
    bispecific("x"),
    bispecific("y"),
    bispecific("z"),
  ];
  const times: Timings = {
    "trial of a": [time({ from: null })],
    "centre, a": [time({ from: null })],
    x: [time({ from: "the last dose" })],
    y: [time({ from: "end of infusion" })],
    z: [time({ what: "duration" }), time({ outcome: "icans" }), time()],
  };
  const lines = selectTimingLines({ cohorts: all, outcomes }, times, {});

  it("count from one start, which sources may name in two ways", () => {
    const alike = groupComparableTimes(lines, "onset", "crs").map(
      ({ evidence, from, times: like }) => [
        `${evidence}, ${from}`,
        like.map(({ line }) => line.cohort),
      ],
    );
    expect(alike).toEqual([
      ["trial, null", ["trial of a"]],
      ["real-world, null", ["centre, a"]],
      ["trial, the most recent dose", ["x", "z"]],
      ["trial, end of infusion", ["y"]],
    ]);
  });

  it("are of one class where no source says from when they count", () => {
    const silent = selectTimingLines(
      { cohorts: [cohort("c"), bispecific("d")], outcomes },
      { c: [time({ from: null })], d: [time({ from: null })] },
      {},
    );
    expect(groupComparableTimes(silent, "onset", "crs")).toHaveLength(2);
  });
});

describe("the range of onset of a product", () => {
  type Printed = [product: string, over?: Partial<CitedTiming>, of?: Partial<ComputeCohort>];

  /** Returns texts such as "alpha monotherapy, trial, end of infusion: 1 to 2 of a, b". */
  function rangesOf(printed: Readonly<Record<string, Printed>>): string[] {
    const entries = Object.entries(printed);
    const cohorts = entries.map(([id, [product, , of]]) => bispecific(id, { product, ...of }));
    const times = Object.fromEntries(entries.map(([id, [, over]]) => [id, [time(over)]]));
    const lines = selectTimingLines({ cohorts, outcomes }, times, {});
    return listOnsetRanges(lines).map(({ outcome, product, regimen, ...range }) => {
      const [lowest, highest] = range.medianDays;
      const medians = `${lowest} to ${highest} of ${range.times.map(({ line }) => line.cohort)}`;
      return `${outcome}: ${product} ${regimen}, ${range.evidence}, ${range.from}: ${medians}`;
    });
  }

  it("is that of the medians of its cohorts, in days", () => {
    expect(
      rangesOf({
        a: ["alpha", { median: 3 }],
        b: ["alpha", { median: 36, unit: "hours" }],
        c: ["beta", { median: 12, unit: "hours" }],
      }),
    ).toEqual([
      "crs: alpha monotherapy, trial, the most recent dose: 1.5 to 3 of a,b",
      "crs: beta monotherapy, trial, the most recent dose: 0.5 to 0.5 of c",
    ]);
  });

  it("is not of something else than the outcome counts, which the record alone has", () => {
    expect(rangesOf({ a: ["alpha", { median: 25, hold: "different-definition" }] })).toEqual([]);
  });

  it("is of one kind of source, one start, one outcome, and alone or combined", () => {
    expect(
      rangesOf({
        a: ["alpha", { median: 1 }],
        practice: ["alpha", { median: 2 }, { evidence: "real-world" }],
        infusion: ["alpha", { median: 3, from: "end of infusion" }],
        unsaid: ["alpha", { median: 4, from: null }],
        combined: ["alpha", { median: 5 }, { regimen: "combination" }],
        other: ["alpha", { median: 6, outcome: "icans" }],
        duration: ["alpha", { median: 7, what: "duration" }],
      }),
    ).toEqual([
      "crs: alpha monotherapy, trial, the most recent dose: 1 to 1 of a",
      "crs: alpha combination, trial, the most recent dose: 5 to 5 of combined",
      "crs: alpha monotherapy, real-world, the most recent dose: 2 to 2 of practice",
      "crs: alpha monotherapy, trial, end of infusion: 3 to 3 of infusion",
      "crs: alpha monotherapy, trial, null: 4 to 4 of unsaid",
      "icans: alpha monotherapy, trial, the most recent dose: 6 to 6 of other",
    ]);
  });

  it("is absent where a median is not known in days", () => {
    const months = { median: 2, unit: "months" } as const;
    expect(rangesOf({ a: ["alpha", { median: 30 }], b: ["alpha", months] })).toEqual([]);
  });

  it("is absent of a series that did not tell products apart, and of treatment", () => {
    const wait = { what: "apheresis-to-infusion", outcome: null } as const;
    expect(rangesOf({ a: ["alpha-or-beta"], b: ["alpha", wait] })).toEqual([]);
  });
});
