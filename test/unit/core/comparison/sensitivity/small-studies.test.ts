import { describe, expect, it } from "vitest";
import { bayesModel } from "#core/comparison/models.ts";
import { cumulativeOf, influenceOf } from "#core/comparison/sensitivity/diagnostics.ts";
import { smallStudies } from "#core/comparison/sensitivity/small-studies.ts";
import type { SizeLine } from "#core/comparison/sensitivity/small-studies-schema.ts";
import { gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import { influence } from "#core/statistics/sensitivity/influence.ts";
import { egger, peters } from "#core/statistics/sensitivity/small-study-tests.ts";
import { trimAndFill } from "#core/statistics/sensitivity/trim-and-fill.ts";
import { cohort, figure, landmark, orr, pfs, widest } from "../../../../support/cohorts.ts";

const counts = [
  [9, 10],
  [17, 20],
  [24, 30],
  [31, 40],
  [36, 50],
  [43, 60],
  [48, 70],
  [57, 80],
  [60, 90],
  [64, 100],
] as const;
const studies = counts.map(([events, n]) => ({ events, n }));

const entriesOf = (k: number, years: readonly (number | null)[] = []) =>
  gatherCounts(
    counts.slice(0, k).map(([events, n], index) =>
      cohort(`c${index}`, {
        year: years[index] ?? 2024,
        figures: [figure("orr", events, n)],
      }),
    ),
    orr,
    widest,
  ).entries;

/** The API names a logit as such. */
function asComputed(line: SizeLine | null) {
  if (line === null) throw new Error("not assessed");
  const { limitLogit, ...rest } = line;
  return { ...rest, limitEstimate: limitLogit };
}

describe("small cohorts", () => {
  it("are assessed from ten on, by the tests of the statistics", () => {
    const line = peters(studies);
    const result = smallStudies(entriesOf(10));
    expect(result.k).toBe(10);
    expect(line.status).toBe("assessed");
    expect(line).toMatchObject(asComputed(result.peters.result));
    expect(egger(studies)).toMatchObject(asComputed(result.egger.result));
    const filled = trimAndFill(studies, { method: "REML", test: "z" });
    expect(filled).toMatchObject({ k0: result.trimAndFill.result?.missing });
    // Small cohorts have the higher rates here.
    expect(result.peters.result?.pValue).toBeLessThan(0.05);
    expect(result.begg.result?.kendallTau).toBeGreaterThan(0);
  });

  it.each([
    [9, "fewer-than-10-studies"],
    [3, "fewer-than-10-studies"],
    [2, "fewer-than-3-studies"],
    [0, "fewer-than-3-studies"],
  ] as const)("are not assessed where there are %d, with the reason", (k, reason) => {
    const { peters, egger, begg, trimAndFill } = smallStudies(entriesOf(k));
    for (const one of [peters, egger, begg, trimAndFill]) {
      expect(one).toEqual({ result: null, reason });
    }
  });

  it("have the data of a funnel plot however few they are", () => {
    const points = smallStudies(entriesOf(2)).funnel.result?.points ?? [];
    expect(points.map(({ cohort }) => cohort)).toEqual(["c0", "c1"]);
    expect(points[0]?.logit).toBeCloseTo(Math.log(9), 12);
  });

  it("of survival at a month have no events", () => {
    const survival = gatherLandmarks(
      [cohort("a", { landmarks: [landmark("pfs-12", 0.7)] })],
      pfs,
      widest,
    ).entries;
    expect(smallStudies(survival).egger.reason).toBe("not-a-count");
    expect(influenceOf(survival)).toEqual([]);
    expect(cumulativeOf(survival, bayesModel)).toHaveLength(1);
  });
});

describe("influence", () => {
  it("is that of the statistics, named", () => {
    const lines = influenceOf(entriesOf(5));
    const known = influence(studies.slice(0, 5), { method: "REML" });
    expect(lines.map(({ cohort }) => cohort)).toEqual(["c0", "c1", "c2", "c3", "c4"]);
    for (const [index, { cohort, label, ...numbers }] of lines.entries()) {
      expect(known.status === "ok" ? known.studies[index] : null).toMatchObject(numbers);
    }
  });

  it("needs a second cohort", () => {
    expect(influenceOf(entriesOf(1))).toEqual([]);
    expect(influenceOf(entriesOf(0))).toEqual([]);
  });
});

describe("cumulative pools", () => {
  it("follow the years, and end with the pool of all", () => {
    const entries = entriesOf(4, [2024, 2019, 2021, 2019]);
    const steps = cumulativeOf(entries, bayesModel);
    expect(steps.map(({ cohort, year, k }) => [cohort, year, k])).toEqual([
      ["c1", 2019, 1],
      ["c3", 2019, 2],
      ["c2", 2021, 3],
      ["c0", 2024, 4],
    ]);
    const whole = bayesModel.pool({ kind: "count", figures: entries.map(({ figure }) => figure) });
    expect(steps.at(-1)?.estimate).toBe(whole.estimate);
    expect(steps.at(-1)?.n).toBe(100);
  });
});
