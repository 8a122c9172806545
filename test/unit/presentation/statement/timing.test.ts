import { describe, expect, it } from "vitest";
import type { TimingLine } from "#core/evidence/timing.ts";
import { saidTiming, timingInRow } from "#presentation/statement/timing.ts";
import { timing as words } from "#words/timing.ts";
import { noPool, notPooled, pool, study } from "../../../support/answers.ts";
import { time } from "../../../support/times.ts";

const line = (cohort: string, over: Partial<TimingLine> = {}): TimingLine => ({
  cohort,
  label: cohort.toUpperCase(),
  therapyClass: "bsab",
  product: "betamab",
  parts: [],
  times: [time()],
  ...over,
});

describe("the times of a row", () => {
  const row = {
    pools: {
      "car-t": pool({ studies: [study({ cohort: "c" })] }),
      bsab: { ...noPool, notPooled: [notPooled({ cohort: "b" })] },
    },
  };

  it("stand by class, of its cohorts only, pooled or not", () => {
    const lines = [line("b"), line("c", { therapyClass: "car-t" }), line("another")];
    expect(
      timingInRow(lines, row).map(({ group, lines: own }) => [
        group,
        own.map(({ cohort }) => cohort),
      ]),
    ).toEqual([
      ["car-t", ["c"]],
      ["bsab", ["b"]],
    ]);
  });

  it("are not there without one", () => {
    expect(timingInRow([line("another")], row)).toEqual([]);
  });
});

const said = (...times: TimingLine["times"]) =>
  saidTiming({ product: "alpha-cel-or-beta-cel", times }, "crs", (id) => id.toUpperCase(), words);

describe("a line", () => {
  const text = (...times: TimingLine["times"]) => said(...times).said;

  it("says what is not printed, and which kind of spread is", () => {
    const quartiles = [5, 8] as [number, number];
    expect(text(time({ median: 7, range: null, quartiles, from: null }))).toContain(
      "onset a median of 7 days (quartiles 5 to 8), start not printed",
    );
    expect(text(time({ range: [-1.1, 183.6], unit: "hours", definition: "grade 3" }))).toContain(
      "2 hours from the most recent dose (range -1.1 to 183.6), grade 3",
    );
  });

  it("names an outcome that is not that of the row", () => {
    const times = [time({ outcome: "icans" }), time({ outcome: null, what: "hospital-stay" })];
    expect(text(...times)).toMatch(
      /^alpha-cel or beta-cel: ICANS: onset .*; in hospital a median of 2 days/,
    );
    expect(text(time(), time({ outcome: "icans" }))).toMatch(/: CRS: onset .*; ICANS: onset /);
  });
});

describe("the sources of a line", () => {
  it("stand once each, with every place", () => {
    const other = { citation: "A paper", doi: "10.1000/x", pmid: null, tier: 2 } as const;
    expect(
      said(time(), time({ locator: "section 5.2" }), time(), time({ source: other })).sources,
    ).toEqual([
      { text: "A label – section 5.1; section 5.2", href: null, tier: 1 },
      { text: "A paper – section 5.1", href: "https://doi.org/10.1000/x", tier: 2 },
    ]);
  });
});
