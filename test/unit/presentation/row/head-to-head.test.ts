/** Tests that no ratio of deaths stands without its crossover, for every randomised trial of today's collection. */
import { describe, expect, it } from "vitest";
import {
  type ComparisonRow,
  selectComparisonTables,
  selectTablesOfAskedProductsElseClass,
} from "#core/others/adjusted-comparisons.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { comparisons } from "#data/generated/collections.ts";
import {
  describeComparisonResult,
  makeComparisonStatement,
} from "#presentation/row/head-to-head.ts";

describe("the ratio of deaths of a randomised trial with a reported crossover", () => {
  const tables = selectComparisonTables(comparisons, { kind: "randomised" });
  const crossed = tables.filter(({ crossover }) => crossover.length > 0);
  const isOfDeaths = ({ outcome, effect }: ComparisonRow) => outcome === "os" && effect !== null;

  it("says it in the same sentence, and no other ratio or line does", () => {
    expect(crossed.length).toBeGreaterThan(0);
    for (const table of tables) {
      const lines = makeComparisonStatement(table).results.filter((text) =>
        /crossover|given the product after all/.test(text),
      );
      const ratios = crossed.includes(table) ? table.rows.filter(isOfDeaths) : [];
      expect(lines).toHaveLength(ratios.length);
      for (const row of table.rows) {
        const isCrossed = crossed.includes(table) && isOfDeaths(row);
        const says = /\d\.\d+ \([^)]+\) with crossover from [^;]+ in \d+ %/;
        const text = describeComparisonResult(row, table);
        expect(isCrossed ? says.test(text) : text.includes("with crossover"), text).toBe(isCrossed);
      }
    }
  });

  it.each(["os-12", "nrm", "pfs-12"])(
    "says it once under %s, for any product, with its source",
    (id) => {
      const under = selectComparisonTables(comparisons, { kind: "randomised", row: id });
      for (const { study, rows, crossover } of crossed) {
        const [product = ""] = rows.flatMap(({ of }) => of.products);
        const tablesOf = selectTablesOfAskedProductsElseClass(under, {
          ...defaultQuery,
          product: [product],
        });
        const table = tablesOf.find((relevant) => relevant.study.id === study.id);
        if (!table) throw new Error(`${study.id} is not under ${id}.`);
        const { results, sources } = makeComparisonStatement(table);
        expect(results.join().split("rossover").length - 1).toBe(rows.filter(isOfDeaths).length);
        expect(sources.map(({ citation }) => citation)).toContain(crossover[0]?.source?.citation);
      }
    },
  );
});
