import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { fullDoses } from "#data/generated/full-dose.ts";
import { familyOf } from "#data/landmarks.ts";
import { byProductOf, notesOfProducts } from "#presentation/statement/by-product.ts";
import { displayedRate, printedAlone } from "#presentation/statement/figures.ts";
import { endsOf } from "#presentation/statement/side.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { productEvidence } from "#server/answers/product-evidence.ts";
import { asked } from "../../../support/queries.ts";
import { found } from "../../data/files.ts";

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

  it("the broader definition stands there by name, with its counts", () => {
    const { broader } = found(
      comparison.outcomes.find(({ outcome }) => outcome === "icans")?.pools["ide-cel"],
      "a pool",
    );
    expect(broader.length).toBeGreaterThan(0);
    const cell = cellOf("icans", "ide-cel");
    expect(cell?.under).toBe(english.productTable.instead.broader);
    for (const { events, n } of broader) {
      expect(cell?.evidence).toContain(`${events}\u00a0of\u00a0${n}`);
    }
  });

  it("a count of a part of the patients is named beneath a dash", () => {
    const cell = cellOf("icans", "elranatamab");
    expect(cell?.figure).toBe("–");
    expect(cell?.evidence).toMatch(/^4.of.23, only for some/);
  });
});

describe("survival and times", () => {
  const { comparison, table, cellOf } = tableOf("lines=1&availability=us");

  it("are printed ones of one trial each, and what was not reached says when", () => {
    expect(cellOf("pfs-12", "cilta-cel")?.figure).toBe("76");
    expect(cellOf("pfs-12", "teclistamab")?.figure).toBe("≥ 83");
    expect(cellOf("median-pfs", "cilta-cel")).toMatchObject({
      figure: "not reached",
      under: "at 33.6 mo",
      inWords: true,
    });
  });

  it("of several trials are all named, and never averaged", () => {
    const { evidence, products } = {
      evidence: tableOf("").cellOf("median-pfs", "elranatamab")?.evidence ?? "",
      products: tableOf("").comparison.selection.included,
    };
    const labels = products
      .filter(({ product }) => product === "elranatamab")
      .map(({ label }) => label);
    expect(labels.filter((label) => evidence.includes(label)).length).toBeGreaterThan(1);
  });

  it("the full dose is that of the label in a region asked for", () => {
    const days = found(fullDoses.teclistamab, "teclistamab").map(({ day }) => day);
    expect(cellOf("full-dose", "teclistamab")?.figure).toBe(
      `day ${[...new Set(days)].join(" or ")}`,
    );
    expect(tableOf("availability=eu").cellOf("full-dose", "elranatamab")).toMatchObject({
      figure: "–",
      heard: english.productTable.none,
    });
  });

  it("labels stand under each name, a combination by its drugs, and not again in a note", () => {
    expect(table.products.map(({ name, label }) => [name, label])).toEqual([
      ["cilta-cel", "Label: US from 1 line"],
      ["teclistamab in combination", "Label: with daratumumab: US from 1 line"],
    ]);
    const { table: late, comparison: answer } = tableOf("");
    expect(late.products.map(({ label }) => label)).toContain("Label: US from 4 lines; EU from 3");
    expect(notesOfProducts(answer, english).join(" ")).not.toContain("US label only from 4 lines");
    expect(comparison.groups).toHaveLength(2);
    const any = tableOf("availability=any&outcome=orr").table.products;
    const labelOf = (product: string) => any.find(({ id }) => id === product)?.label;
    expect(labelOf("zevor-cel")).toBe("Label: US, EU not labelled; China from 3 lines");
    expect(labelOf("allo-715")).toBe("No label found");
  });
});

it("only what the question is about stands there", () => {
  const groups = (question: string) => tableOf(question).table.groups.map(({ group }) => group);
  expect(groups("outcome=orr")).toEqual(["efficacy"]);
  expect(groups("outcome=toxicity")).toEqual(["toxicity", "timing"]);
});
