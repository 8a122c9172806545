/** Products given alone and in combination are never one pool. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { asked } from "#core/question/read-question.ts";
import { bispecific, cohort, datasetOf, figure } from "../../../support/cohorts.ts";

const rowOf = (alone: number | null, combined: number | null, text = "regimen=any") => {
  const of = (n: number | null) =>
    n === null ? {} : { n, figures: [figure("orr", Math.round(n / 2), n)] };
  const evidence = datasetOf([
    cohort("c", { figures: [figure("orr", 80, 100)] }),
    bispecific("alone", of(alone)),
    bispecific("with", { regimen: "combination", ...of(combined) }),
  ]);
  const [row] = compare(asked(`outcome=orr&${text}`, evidence), evidence, models).outcomes;
  if (!row) throw new Error("no row");
  return row.pools.bsab;
};

describe("with both regimens asked for", () => {
  it.each([
    [120, 100, "monotherapy"],
    [100, 100, "monotherapy"],
    [100, 120, "combination"],
  ] as const)("%d alone and %d combined: the class is %s", (alone, combined, regimen) => {
    const pool = rowOf(alone, combined);
    expect(pool).toMatchObject({ regimen, k: 1 });
    expect(pool.beside).toMatchObject({
      regimen: regimen === "combination" ? "monotherapy" : "combination",
      n: regimen === "combination" ? alone : combined,
    });
  });

  it("a kind without figures stands nowhere, and its cohorts are named", () => {
    const pool = rowOf(null, 100);
    expect(pool).toMatchObject({ regimen: "combination", beside: null });
    expect(pool.notPooled.map((one) => one.cohort)).toEqual(["alone"]);
  });

  it("the other kind has the pool that it has when asked for by itself", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 300 }),
        fc.integer({ min: 2, max: 300 }),
        (alone, combined) => {
          const { regimen, beside } = rowOf(alone, combined);
          const other = rowOf(alone, combined, `regimen=${beside?.regimen}`);
          expect(beside?.regimen).not.toBe(regimen);
          expect(beside).toMatchObject({
            k: other.k,
            estimate: other.estimate,
            interval: other.interval,
            products: other.products.map(({ product }) => product),
            trials: other.trials,
            studies: other.studies,
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});

it("combination asks for bispecifics with other drugs and leaves CAR-T cells alone", () => {
  expect(rowOf(100, 90, "regimen=combination")).toMatchObject({ n: 90, regimen: "combination" });
});
