import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import type { GatherRules } from "#core/evidence/gather.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { evidenceKinds, holds, settings } from "#data/vocabulary.ts";
import {
  countReported,
  coverageOf,
  isIn,
  type OutcomeCoverage,
  strata,
  unreportedBy,
} from "../../../../.dev/evidence/coverage.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  landmark,
  widestBut,
} from "../../../support/cohorts.ts";

const rules: GatherRules = widestBut({ overlap: "keep" });

function reportOf(id: string, coverage: readonly OutcomeCoverage[]) {
  const row = coverage.find(({ outcome }) => outcome.id === id);
  return Object.fromEntries(row?.reported ?? []);
}

describe("the coverage of made-up cohorts", () => {
  const shared = [{ with: "a", kind: "contained" as const, reason: "same patients" }];
  const madeUp = datasetOf([
    cohort("a", { figures: [figure("orr", 80, 100), figure("infused", 80, 90)] }),
    cohort("part-of-a", { figures: [figure("orr", 20, 30)], overlaps: shared }),
    cohort("held", { figures: [figure("orr", 50, 100, { hold: "unverified" })] }),
    cohort("early", { setting: "early", landmarks: [landmark("pfs-12", 0.6)] }),
    bispecific("registry", { evidence: "real-world", figures: [figure("orr", null, 100)] }),
    bispecific("silent"),
  ]);
  const coverage = coverageOf(madeUp, rules);

  it("tells what can be pooled from what is only printed", () => {
    expect(reportOf("orr", coverage)).toEqual({
      a: "pooled",
      "part-of-a": "pooled",
      held: "printed",
      early: "nothing",
      registry: "printed",
      silent: "nothing",
    });
    expect(reportOf("pfs-12", coverage)).toMatchObject({ a: "nothing", early: "pooled" });
  });

  it("counts each outcome over its own patients", () => {
    expect(reportOf("infused", coverage)).toMatchObject({ a: "printed" });
  });

  it("does not ask a class for an outcome it cannot have", () => {
    expect(Object.keys(reportOf("infused", coverage))).toEqual(["a", "part-of-a", "held", "early"]);
  });

  it("leaves out one of two cohorts that share patients where the rules say so", () => {
    const dropping = coverageOf(madeUp, { ...rules, overlap: "drop" });
    expect(reportOf("orr", dropping)).toMatchObject({ a: "pooled", "part-of-a": "printed" });
  });

  it("counts a stratum", () => {
    const of = (id: string, wanted: Partial<(typeof strata)[number]>) => {
      const stratum = strata.find((one) =>
        isIn(one, cohort("any", { therapyClass: "bsab", ...wanted })),
      );
      const row = coverage.find(({ outcome }) => outcome.id === id);
      if (!stratum || !row) throw new Error(id);
      return countReported(
        madeUp.cohorts.filter((one) => isIn(stratum, one)),
        row,
      );
    };
    expect(of("orr", { therapyClass: "car-t" })).toEqual({ pooled: 2, printed: 3 });
    expect(of("orr", { evidence: "real-world" })).toEqual({ pooled: 0, printed: 1 });
    expect(of("orr", { setting: "mixed" })).toEqual({ pooled: 0, printed: 0 });
  });

  it("names what nobody of a class reports, but nothing it cannot have", () => {
    const ids = groups.map((group) => unreportedBy(group, madeUp, coverage).map(({ id }) => id));
    expect(ids).toEqual([
      ["crs-3", "infection-3"],
      ["crs-3", "infection-3", "pfs-12"],
    ]);
  });
});

/** Expects every cohort in exactly one stratum, and the strata to add up to the whole. */
function expectToAddUp(data: Pick<Dataset, "cohorts" | "outcomes">): void {
  const parts = strata.map((stratum) => data.cohorts.filter((one) => isIn(stratum, one)));
  expect(parts.flat().length).toBe(data.cohorts.length);
  expect(new Set(parts.flat()).size).toBe(data.cohorts.length);
  const coverage = coverageOf(data, rules);
  expect(coverage.map(({ outcome }) => outcome)).toEqual(data.outcomes);
  for (const row of coverage) {
    const whole = countReported(data.cohorts, row);
    const counts = parts.map((part) => countReported(part, row));
    expect(counts.reduce((sum, { pooled }) => sum + pooled, 0)).toBe(whole.pooled);
    expect(counts.reduce((sum, { printed }) => sum + printed, 0)).toBe(whole.printed);
    expect(whole.pooled).toBeLessThanOrEqual(whole.printed);
    const printing = data.cohorts.filter(
      ({ therapyClass, figures, landmarks }) =>
        row.outcome.appliesTo.includes(therapyClass) &&
        [...figures, ...landmarks].some(({ outcome }) => outcome === row.outcome.id),
    );
    expect(whole.printed).toBe(printing.length);
  }
}

const anyFigure = fc
  .record({
    outcome: fc.constantFrom("orr", "crs-3", "infused"),
    events: fc.option(fc.nat(50)),
    n: fc.option(fc.constant(50)),
    hold: fc.option(fc.constantFrom(...holds)),
  })
  .map(({ outcome, events, n, hold }) => figure(outcome, events, n, { hold }));

const anyCohorts: fc.Arbitrary<ComputeCohort[]> = fc
  .array(
    fc.record({
      therapyClass: fc.constantFrom(...groups),
      setting: fc.constantFrom(...settings),
      evidence: fc.constantFrom(...evidenceKinds),
      figures: fc.array(anyFigure, { maxLength: 3 }),
      landmarks: fc.subarray([landmark("pfs-12", 0.6), landmark("pfs-12", 0.5, { cut: "late" })]),
    }),
    { maxLength: 12 },
  )
  .map((cohorts) => cohorts.map((over, index) => cohort(`c${index}`, over)));

describe("the counts add up", () => {
  it("for any cohorts", () => {
    fc.assert(fc.property(anyCohorts, (cohorts) => expectToAddUp(datasetOf(cohorts))));
  });

  it("for the evidence itself", () => {
    expectToAddUp(dataset);
  });
});
