/** How much of its class a row covers: the shares, and their thresholds from both sides. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "#core/comparison/compare.ts";
import { coverageOf } from "#core/comparison/coverage.ts";
import { models } from "#core/comparison/models.ts";
import { asked } from "#core/question/read-question.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";

const sized = (id: string, n: number | null, over: Partial<ComputeCohort> = {}) =>
  cohort(id, { n, product: id, ...over });

describe("the share of a pool", () => {
  it("counts whole cohorts, not the patients of a figure", () => {
    const all = [sized("a", 90, { figures: [figure("orr", 5, 10)] }), sized("b", 210)];
    expect(coverageOf(all, all.slice(0, 1))?.share).toBe(0.3);
  });

  it("counts shared patients once", () => {
    const over = { overlaps: [{ with: "a", kind: "contained", reason: "part" }] } as const;
    const all = [
      sized("a", 100),
      sized("b", 60, { overlaps: [...over.overlaps] }),
      sized("c", 100),
    ];
    expect(coverageOf(all, all.slice(0, 2))?.share).toBe(0.5);
    expect(coverageOf(all, all)?.share).toBe(1);
  });

  it("leaves out doses that were not taken forward, on both sides", () => {
    const all = [sized("a", 50), sized("b", 50), sized("low", 400, { doses: "other" })];
    expect(coverageOf(all, all.slice(0, 1))?.share).toBe(0.5);
    expect(coverageOf(all, all.slice(2))?.share).toBe(0);
  });

  it("counts a label pool as the cohorts that it holds", () => {
    const all = [sized("a", 30), sized("b", 70), sized("pool", 100, { parts: ["a"] })];
    expect(coverageOf(all, all.slice(2))?.share).toBe(0.3);
  });

  it("is unknown where no cohort says how large it is", () => {
    const all = [sized("a", null), sized("b", null)];
    expect(coverageOf(all, all)).toBe(null);
  });

  it("never exceeds 1 and never falls when a cohort is added", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.nat(), (ns, at) => {
        const all = ns.map((n, index) => sized(`c${index}`, n));
        const some = all.slice(0, at % (all.length + 1));
        const share = coverageOf(all, some)?.share ?? Number.NaN;
        const more = coverageOf(all, all.slice(0, some.length + 1))?.share ?? Number.NaN;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(more).toBeGreaterThanOrEqual(share);
        expect(more).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a product", () => {
  const withPatients = (n: number) => {
    const others = Array.from({ length: 4 }, (_, index) => sized(`o${index}`, (100 - n) / 4));
    return { all: [...others, sized("big", n)], pooled: others };
  };

  it.each([
    [24, []],
    [25, ["big"]],
    [40, ["big"]],
  ])("with %d % of the patients is missing: %j", (n, missing) => {
    const { all, pooled } = withPatients(n);
    expect(coverageOf(all, pooled)?.missing).toEqual(missing);
  });

  it("is there if one of its cohorts is pooled", () => {
    const all = [
      sized("a", 60),
      sized("b", 30, { product: "x" }),
      sized("c", 10, { product: "x" }),
    ];
    expect(
      coverageOf(
        all,
        [all[0], all[2]].filter((one) => one !== undefined),
      )?.missing,
    ).toEqual([]);
  });
});

describe("a row", () => {
  /** CAR-T: `n` of 300 patients report; all are of one product. */
  const answerWith = (n: number) => {
    const reports = { figures: [figure("orr", Math.round(n / 2), n)] };
    const evidence = datasetOf([
      cohort("with", { n, ...reports }),
      cohort("without", { n: 300 - n }),
      bispecific("b", { figures: [figure("orr", 60, 100)] }),
    ]);
    const [row] = compare(asked("outcome=orr", evidence), evidence, models).outcomes;
    if (!row) throw new Error("no row");
    return row;
  };
  const codes = (n: number) => answerWith(n).cautions.map(({ code }) => code);

  it.each([
    [99, "not-representative"],
    [100, "ok"],
    [149, "ok"],
    [150, "ok"],
  ] as const)("that covers %d of 300 patients is contrasted: %s", (n, status) => {
    expect(answerWith(n).contrasts[0]?.status).toBe(status);
    expect(answerWith(n).pools["car-t"].share).toBeCloseTo(n / 300, 6);
  });

  it("says what it covers below a half, first of all cautions and as a reason for doubt", () => {
    expect(codes(149)[0]).toBe("covers-part");
    expect(answerWith(149).certainty.reasons[0]).toMatchObject({ code: "covers-part" });
    expect(codes(150)).not.toContain("covers-part");
    expect(codes(99)).toContain("not-representative");
    expect(codes(99)).not.toContain("covers-part");
  });

  it("without a contrast has no number of one, and no rate of the class that is not there", () => {
    const row = answerWith(99);
    expect(row.contrasts[0]).toMatchObject({ differencePer100: null, oddsRatio: null });
    const { products, ...carT } = row.pools["car-t"];
    expect(carT).toMatchObject({
      ...{ status: "not-represented", k: 1, n: 99, events: null, crude: null, marginal: null },
      ...{ estimate: null, interval: null, observed: null, predictionInterval: null, tau: null },
    });
    expect(products.map(({ counted }) => counted?.n)).toEqual([99]);
    expect(row.pools.bsab).toMatchObject({ observed: { estimate: 0.6 }, events: 60 });
    expect(row.certainty).toEqual({ level: "not-rated", reasons: [] });
  });
});

it("a class has a number after therapy against BCMA from three trials on", () => {
  const codesOf = (count: number) => {
    const own = { priorBcma: "required" as const, figures: [figure("orr", 50, 100)] };
    const carT = Array.from({ length: count }, (_, index) => cohort(`a${index}`, own));
    const bsab = ["b", "c", "d"].map((id) => bispecific(id, own));
    const query = widestBut({ outcome: ["orr"], priorBcma: "selected" });
    const { outcomes } = compare(query, datasetOf([...carT, ...bsab], { outcomes: [orr] }), models);
    return outcomes.flatMap(({ cautions }) => cautions.map(({ code }) => code));
  };
  expect(codesOf(2)).toContain("too-few-after-bcma");
  expect(codesOf(3)).not.toContain("too-few-after-bcma");
});
