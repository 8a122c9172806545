import { describe, expect, it } from "vitest";
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { gridParts, hasGrid } from "#presentation/screen/survival-grid.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { screen as en } from "#words/screen.ts";
import { comparison, median, noPool, pool, row } from "../../../support/answers.ts";

const landmark = (outcome: string, over: Partial<OutcomeComparison> = {}) =>
  row({ outcome, group: "survival", ...over });
const bsabOnly = { "car-t": noPool, bsab: pool({ estimate: 0.7, interval: [0.6, 0.8] }) };
const neither = { "car-t": noPool, bsab: noPool };

const viewOf = (outcomes: readonly OutcomeComparison[]) =>
  statementOf(comparison({ outcomes }), en);
const partsOf = (outcomes: readonly OutcomeComparison[]) => gridParts(viewOf(outcomes).rows);
const shape = (outcomes: readonly OutcomeComparison[]) =>
  partsOf(outcomes).map((part) =>
    "grid" in part ? part.grid.family : part.rows.map(({ outcome }) => outcome),
  );

describe("a grid of survival", () => {
  it("takes the place of three or more months of a family", () => {
    const months = ["pfs-6", "pfs-12", "pfs-24"].map((id) => landmark(id));
    expect(hasGrid(viewOf(months).rows)).toBe(true);
    expect(shape(months)).toEqual(["pfs"]);
  });

  it("leaves one or two months as rows, and counts that only look like a family", () => {
    const rows = ["pfs-12", "os-12", "os-24", "death-crs", "death-infection", "death-x"];
    const all = rows.map((id) => landmark(id));
    expect(hasGrid(viewOf(all).rows)).toBe(false);
    expect(shape(all)).toEqual([rows]);
  });

  it("stands where the first of its rows was, and keeps the order of the others", () => {
    const ids = [
      "orr",
      "pfs-6",
      "cr",
      "os-6",
      "pfs-12",
      "os-12",
      "pfs-24",
      "os-24",
      "mrd-negative",
    ];
    expect(shape(ids.map((id) => landmark(id)))).toEqual([
      ["orr"],
      "pfs",
      ["cr"],
      "os",
      ["mrd-negative"],
    ]);
  });

  it("has the months in their order, and those without any number apart", () => {
    const [part] = partsOf([
      landmark("pfs-24", { pools: bsabOnly }),
      landmark("pfs-6"),
      landmark("pfs-9", { pools: neither }),
    ]);
    if (!part || !("grid" in part)) throw new Error("no grid");
    expect(part.grid.months.map(({ month }) => month)).toEqual([6, 24]);
    expect(part.grid.empty.map(({ month }) => month)).toEqual([9]);
    expect(part.grid.months[1]?.row.sides).toMatchObject({
      "car-t": { rate: null },
      bsab: { rate: "70", range: "(60–80)" },
    });
  });

  it("says in a cell why it is not to be read together with an earlier month", () => {
    const text = "other trials than at 6 months; cannot be read as a curve";
    const pools = {
      "car-t": pool({ chain: { code: "out-of-order", above: "os-6", text } }),
      bsab: pool(),
    };
    const [part] = partsOf([
      landmark("os-6"),
      landmark("os-12", { pools }),
      landmark("os-24", { pools: neither }),
    ]);
    if (!part || !("grid" in part)) throw new Error("no grid");
    const sides = part.grid.months[1]?.row.sides;
    expect([sides?.["car-t"].chain, sides?.bsab.chain]).toEqual([text, undefined]);
  });

  it("has the medians of each class beneath, also of a class with numbers", () => {
    const pools = {
      "car-t": pool({ medians: [median({ months: 8.8 }), median({ months: 18.8, cohort: "y" })] }),
      bsab: noPool,
    };
    const [part] = partsOf(["os-6", "os-12", "os-24"].map((id) => landmark(id, { pools })));
    if (!part || !("grid" in part)) throw new Error("no grid");
    expect(part.grid.medians).toEqual({
      "car-t": "median months, as printed: x-cel 8.8 in X · x-cel 18.8 in X",
      bsab: undefined,
    });
  });
});

describe("the part of the script that draws it", () => {
  it("is announced by the view, and not for the summary", () => {
    expect(viewOf([row(), landmark("pfs-12")]).later).toBe(false);
    expect(viewOf(["pfs-6", "pfs-12", "pfs-24"].map((id) => landmark(id))).later).toBe(true);
  });
});
