import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { byProductOf } from "#presentation/statement/by-product.ts";
import { english } from "#presentation/words/catalogue.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { productEvidence } from "#server/answers/product-evidence.ts";
import { asked } from "../../../support/queries.ts";

function tableOf(question: string) {
  const { comparison } = fullAnswer(asked(`compare=product&${question}`, dataset));
  const table = byProductOf(comparison, productEvidence(comparison), english);
  const rows = table.groups.flatMap((one) => one.rows);
  return { comparison, table, rows };
}

describe.each(["", "outcome=survival", "lines=2&regimen=any", "evidence=all", "availability=any"])(
  "products side by side: %s",
  (question) => {
    const { comparison, table, rows } = tableOf(question);

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
      const times = table.groups.find(({ group }) => group === "timing")?.rows ?? [];
      for (const row of rows) {
        const { cells, none } = row;
        expect(cells.some(({ heard }) => heard !== english.productTable.none)).toBe(true);
        // Of many products those of which nothing is known have no cell, but are named.
        const dashes = cells.filter(({ figure, evidence }) => figure === "–" && evidence === "");
        if (isMany) expect(dashes).toEqual([]);
        if (isMany && times.includes(row)) continue;
        const lacking = products.filter(({ id }) => cells.every((cell) => cell.id !== id));
        expect(lacking.every(({ name }) => isMany && none.includes(name))).toBe(true);
      }
    });

    it("say nothing of a count that is not known", () => {
      for (const { id, cells } of rows) {
        for (const { evidence } of cells) expect(evidence, id).not.toMatch(/^[,;]/);
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

it("only what the question is about stands there", () => {
  const groups = (question: string) => tableOf(question).table.groups.map(({ group }) => group);
  expect(groups("outcome=orr")).toEqual(["efficacy"]);
  expect(groups("outcome=toxicity")).toEqual(["toxicity", "timing"]);
});
