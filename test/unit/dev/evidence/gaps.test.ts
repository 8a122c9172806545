import { describe, expect, it } from "vitest";
import type { Cohort } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import {
  byClass,
  heldBack,
  sourcesByTier,
  unknownBaselines,
  withoutFigures,
} from "../../../../.dev/evidence/gaps.ts";
import { evidence, found } from "../../data/files.ts";

const { cohorts } = evidence();

const carT = found(
  cohorts.find(({ therapyClass }) => therapyClass === "car-t"),
  "a CAR-T cohort",
);
const source = found(carT.sources[0], "a source");
const first = <T>(of: (cohort: Cohort) => readonly T[]): T => found(cohorts.flatMap(of)[0], "one");
const median = { ...first(({ medians }) => medians), source: 0 };
const landmark = { ...first(({ landmarks }) => landmarks), source: 0 };
const figure = { ...first(({ figures }) => figures), hold: null, source: 1 };
const unknown = Object.fromEntries(Object.keys(carT.baseline).map((field) => [field, null]));
const baseline = unknown as Cohort["baseline"];

/** A CAR-T cohort without any data except what the test sets. */
function empty(over: Partial<Cohort>): Cohort {
  return { ...carT, baseline, figures: [], landmarks: [], medians: [], ...over };
}

const madeUp: readonly Cohort[] = [
  empty({
    baseline: { ...baseline, n: 40, medianAge: 60 },
    sources: [
      { ...source, tier: 1 },
      { ...source, tier: 3 },
    ],
    figures: [figure, { ...figure, hold: "inferred" }],
  }),
  empty({
    baseline: { ...baseline, n: 40 },
    sources: [{ ...source, tier: 3 }],
    medians: [median],
    landmarks: [{ ...landmark, hold: "inferred" }],
  }),
  empty({ therapyClass: "bsab", sources: [{ ...source, tier: 4 }] }),
];

describe("what made-up cohorts leave open", () => {
  it("counts the baselines not reported in each class", () => {
    const counted = new Map(unknownBaselines(madeUp).map((row) => [row.field, row.cohorts]));
    expect(counted.get("n")).toEqual({ "car-t": 0, bsab: 1 });
    expect(counted.get("medianAge")).toEqual({ "car-t": 1, bsab: 1 });
    expect(counted.get("issIIIPercent")).toEqual({ "car-t": 2, bsab: 1 });
    expect([...counted.keys()]).toEqual(Object.keys(carT.baseline));
    expect(unknownBaselines([])).toEqual([]);
  });

  it("names the cohorts of which nothing is reported", () => {
    expect(withoutFigures(madeUp)).toEqual([madeUp[2]]);
  });

  it("counts what is held back by its reason", () => {
    const counted = heldBack(madeUp).filter(({ count }) => count > 0);
    expect(counted).toEqual([{ hold: "inferred", count: 2 }]);
  });

  it("counts sources, and what was read in them, by tier", () => {
    expect(sourcesByTier(madeUp)).toEqual([
      { tier: 1, sources: 1, figures: 0 },
      { tier: 2, sources: 0, figures: 0 },
      { tier: 3, sources: 2, figures: 4 },
      { tier: 4, sources: 1, figures: 0 },
    ]);
  });
});

describe("what the cohorts leave open", () => {
  it("adds up", () => {
    const total = byClass(cohorts);
    expect(total["car-t"] + total.bsab).toBe(cohorts.length);
    for (const { cohorts: silent } of unknownBaselines(cohorts)) {
      for (const one of therapyClasses) expect(silent[one]).toBeLessThanOrEqual(total[one]);
    }
    const measured = cohorts.flatMap((one) => [...one.figures, ...one.landmarks]);
    const held = heldBack(cohorts).reduce((sum, { count }) => sum + count, 0);
    expect(held).toBe(measured.filter(({ hold }) => hold !== null).length);
    const tiers = sourcesByTier(cohorts);
    expect(tiers.reduce((sum, row) => sum + row.sources, 0)).toBe(
      cohorts.flatMap((one) => one.sources).length,
    );
    expect(tiers.reduce((sum, { figures }) => sum + figures, 0)).toBe(
      measured.length + cohorts.flatMap((one) => one.medians).length,
    );
  });
});
