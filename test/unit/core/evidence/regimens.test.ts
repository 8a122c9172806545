/** Products given alone and in combination are never one pool. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { bispecific, cohort, datasetOf, figure } from "../../../support/cohorts.ts";

const poolOf = (alone: number | null, combined: number | null, text = "regimen=any") => {
  const of = (n: number | null) =>
    n === null ? {} : { n, figures: [figure("orr", Math.round(n / 2), n)] };
  const evidence = datasetOf([
    cohort("c", { figures: [figure("orr", 80, 100)] }),
    bispecific("alone", of(alone)),
    bispecific("with", { regimen: "combination", ...of(combined) }),
  ]);
  const [row] = compareClasses(
    parseQueryTextOrThrow(`outcome=orr&${text}`, evidence),
    evidence,
    models,
  ).outcomes;
  if (!row) throw new Error("no row");
  return row.pools.bsab;
};

it.each([
  [120, 100, "monotherapy", "combination", 100],
  [100, 100, "monotherapy", "combination", 100],
  [100, 120, "combination", "monotherapy", 100],
] as const)("%d alone and %d combined: the class is %s, beside it %s", (...row) => {
  const [alone, combined, regimen, besideRegimen, n] = row;
  const pool = poolOf(alone, combined);
  expect(pool).toMatchObject({ regimen, k: 1, otherRegimen: { regimen: besideRegimen, n } });
});

it("a kind without figures stands nowhere, and its cohorts are named", () => {
  const pool = poolOf(null, 100);
  expect(pool).toMatchObject({ regimen: "combination", otherRegimen: null });
  expect(pool.notReported).toEqual(["alone"]);
});

it("the other kind has the pool that it has when asked for by itself", () => {
  const n = fc.integer({ min: 2, max: 300 });
  fc.assert(
    fc.property(n, n, (alone, combined) => {
      const { regimen, otherRegimen } = poolOf(alone, combined);
      const poolOfOther = poolOf(alone, combined, `regimen=${otherRegimen?.regimen}`);
      const { k, estimate, interval, studies } = poolOfOther;
      const products = poolOfOther.products.map(({ product }) => product);
      expect(otherRegimen?.regimen).not.toBe(regimen);
      expect(otherRegimen).toMatchObject({ k, estimate, interval, studies, products });
    }),
    { numRuns: 20 },
  );
});

it("combination asks for bispecifics with other drugs and leaves CAR-T cells alone", () => {
  expect(poolOf(100, 90, "regimen=combination")).toMatchObject({ n: 90, regimen: "combination" });
});
