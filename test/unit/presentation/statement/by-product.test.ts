import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { familyOf } from "#data/landmarks.ts";
import { byProductOf } from "#presentation/statement/by-product.ts";
import { displayedRate, printedAlone } from "#presentation/statement/figures.ts";
import { endsOf } from "#presentation/statement/side.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { productEvidence } from "#server/answers/product-evidence.ts";
import { asked } from "../../../support/queries.ts";

function tableOf(question: string) {
  const { comparison } = fullAnswer(asked(`compare=product&${question}`, dataset));
  const table = byProductOf(comparison, productEvidence(comparison), english);
  const rows = table.groups.flatMap((one) => one.rows);
  const cellOf = (row: string, product: string) =>
    rows.find(({ id }) => id === row)?.cells.find(({ id }) => id === product) ?? null;
  return { comparison, table, rows, cellOf };
}

describe.each(["", "outcome=survival", "lines=2&regimen=any", "evidence=all"])(
  "products side by side: %s",
  (question) => {
    const { comparison, table, rows, cellOf } = tableOf(question);

    it("have the numbers of the answer, and leave no number out", () => {
      for (const { outcome, pools } of comparison.outcomes) {
        if (familyOf(outcome) !== null) continue;
        for (const [id, pool] of Object.entries(pools)) {
          const shown = displayedRate(pool);
          const cell = cellOf(outcome, id);
          if (shown) {
            expect(cell).toMatchObject({
              figure: rateOf100(shown.estimate),
              under: endsOf(shown.interval, english.screen.numbers),
            });
            expect(cell?.evidence).not.toBe("");
          } else if (printedAlone(pool).length + pool.broader.length > 0) {
            expect(cell?.figure).toMatch(/^<?\d/);
          } else if (pool.narrower) {
            expect(cell?.figure).toMatch(/^≥/);
          }
        }
      }
    });

    it("stand by class and in the order of the answer, whatever their numbers are", () => {
      const { products } = table;
      const order = products.map(({ id }) => comparison.groups.indexOf(id));
      const ofClass = (group: string) =>
        order.filter((_, index) => products[index]?.therapyClass === group);
      expect(order).toEqual([...ofClass("car-t"), ...ofClass("bsab")]);
      for (const group of ["car-t", "bsab"]) {
        expect(ofClass(group)).toEqual(ofClass(group).sort((a, b) => a - b));
      }
    });

    it("have a cell in every row, in which something is known of one product at least", () => {
      const { products, isMany } = table;
      for (const { cells, none } of rows) {
        expect(cells.some(({ heard }) => heard !== english.productTable.none)).toBe(true);
        const lacking = products.filter(({ id }) => cells.every((cell) => cell.id !== id));
        expect(lacking.every(({ name }) => isMany && none.includes(name))).toBe(true);
      }
    });

    it("name every outcome once, with a figure or without", () => {
      for (const { outcome, label } of comparison.outcomes) {
        const isRow = rows.some(({ id }) => id === outcome);
        expect(isRow || table.unreported.includes(label)).toBe(true);
      }
    });
  },
);

describe("where a product has no number of its own", () => {
  const { comparison, cellOf } = tableOf("");

  it("what was printed without a count stands there and says so", () => {
    const printed = comparison.outcomes.flatMap(({ outcome, pools }) =>
      Object.values(pools)
        .flatMap(printedAlone)
        .map((one) => ({ ...one, outcome })),
    );
    expect(printed.length).toBeGreaterThan(0);
    for (const { outcome, product, percentPrinted } of printed) {
      expect(cellOf(outcome, product)).toMatchObject({
        figure: rateOf100(percentPrinted / 100),
        under: english.productTable.instead.printed,
      });
    }
  });
});

describe("survival and times", () => {
  it("of several trials are all named, and never averaged", () => {
    const { comparison, cellOf } = tableOf("");
    const evidence = cellOf("median-pfs", "elranatamab")?.evidence ?? "";
    const labels = comparison.selection.included
      .filter(({ product }) => product === "elranatamab")
      .map(({ label }) => label);
    expect(labels.filter((label) => evidence.includes(label)).length).toBeGreaterThan(1);
  });
});

it("only what the question is about stands there", () => {
  const groups = (question: string) => tableOf(question).table.groups.map(({ group }) => group);
  expect(groups("outcome=orr")).toEqual(["efficacy"]);
  expect(groups("outcome=toxicity")).toEqual(["toxicity", "timing"]);
});
