import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { timingAmong, timingOf } from "#core/evidence/timing.ts";
import type { CitedTiming, Timings } from "#data/timing.ts";
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
const cohorts = [
  bispecific("b"),
  cohort("c"),
  cohort("silent"),
  bispecific("label", { parts: ["b"] }),
];
const timings: Timings = {
  b: [time(), time({ what: "duration", outcome: "icans" })],
  c: [
    time({ outcome: "orr", what: "time-to-response" }),
    time({ outcome: null, what: "hospital-stay" }),
  ],
  label: [time({ median: 3 })],
};
/** "c: orr": the cohorts with the outcomes of their times. */
const listed = (query: Parameters<typeof timingOf>[2]) =>
  timingOf({ cohorts, outcomes }, timings, query).map(
    ({ cohort: id, times }) => `${id}: ${times.map(({ outcome }) => outcome ?? "none").join()}`,
  );

it("the printed times are all there without a question, CAR-T first, without silent cohorts", () => {
  expect(listed({})).toEqual(["c: orr,none", "b: crs,icans", "label: crs"]);
});

it.each([
  ["crs", ["b: crs", "label: crs"]],
  ["crs-3", ["b: crs", "label: crs"]],
  ["cr", ["c: orr"]],
  ["pfs-12", []],
  [null, ["c: none"]],
])("in the row of %s are those of it and of what it is part of", (row, lines) => {
  expect(listed({ row })).toEqual(lines);
});

describe("the lines of some cohorts", () => {
  const lines = timingOf({ cohorts, outcomes }, timings, { row: "crs" });
  const among = (...ids: string[]) => timingAmong(lines, new Set(ids)).map(({ cohort: id }) => id);

  it("leave out every other cohort", () => {
    expect(among("c")).toEqual([]);
    expect(among()).toEqual([]);
  });

  it("have the label that printed one of them together with others", () => {
    expect(among("b")).toEqual(["b", "label"]);
    expect(among("label")).toEqual(["label"]);
  });
});
