import { describe, expect, it } from "vitest";
import { makeSubgroupTables } from "#core/others/subgroups.ts";
import { collections } from "#data/generated/collections.ts";

const { subgroups: studies } = collections;
const figures = studies.flatMap((study) => study.figures.map((figure) => ({ study, figure })));
const tables = makeSubgroupTables(studies);

describe("subgroups", () => {
  it("lays the levels of one study side by side, with their sources", () => {
    const [table, ...furtherTables] = tables.filter(
      ({ study, variable, outcome }) =>
        study.id === "majestec-1" && variable === "extramedullary-disease" && outcome === "orr",
    );
    expect(furtherTables).toEqual([]);
    expect(table?.study).toEqual({
      id: "majestec-1",
      label: "MajesTEC-1",
      therapyClass: "bsab",
      products: ["teclistamab"],
      evidence: "trial",
      enrolled: expect.objectContaining({ setting: "late", priorBcma: "none" }),
      cohort: expect.any(String),
    });
    expect(
      table?.levels.map(({ level, events, n, source }) => [level, events, n, source?.tier]),
    ).toEqual([
      ["EMD", 10, 28, 2],
      ["no EMD", 94, 137, 2],
    ]);
  });

  it("has every figure once, under what it is", () => {
    expect(tables.flatMap(({ levels }) => levels)).toHaveLength(figures.length);
    for (const { study, figure } of figures) {
      expect(
        tables.some(
          (table) =>
            table.study.id === study.id &&
            table.variable === figure.variable &&
            table.outcome === figure.outcome &&
            table.definition === figure.definition &&
            table.levels.some(({ level }) => level === figure.level),
        ),
      ).toBe(true);
    }
  });
});
