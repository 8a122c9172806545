import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type SubgroupQuery,
  type SubgroupTable,
  subgroupsOf,
  variablesOf,
} from "#core/others/subgroups.ts";
import { subgroupVariables } from "#data/collection-vocabulary.ts";
import { collections } from "#data/generated/collections.ts";

const { subgroups: studies } = collections;
const figures = studies.flatMap((study) => study.figures.map((figure) => ({ study, figure })));

const count = (tables: readonly SubgroupTable[]): number =>
  tables.reduce((sum, { levels }) => sum + levels.length, 0);

const filters = {
  variable: fc.constantFrom(...figures.map(({ figure }) => figure.variable)),
  therapyClass: fc.constantFrom("car-t" as const, "bsab" as const),
  product: fc.constantFrom("cilta-cel", "ide-cel", "teclistamab", "elranatamab", "nobody"),
  outcome: fc.constantFrom(...figures.map(({ figure }) => figure.outcome)),
};
const query = fc.record(filters, { requiredKeys: [] });

describe("subgroupsOf", () => {
  it("lays the levels of one study side by side, with their sources", () => {
    const [table, ...furtherTables] = subgroupsOf(studies, {
      variable: "extramedullary-disease",
      therapyClass: "bsab",
      outcome: "orr",
    }).filter(({ study }) => study.id === "majestec-1");
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

  it("never adds a row when a filter is added", () => {
    fc.assert(
      fc.property(query, query, (narrowing, another) => {
        const narrower: SubgroupQuery = { ...another, ...narrowing };
        const fewer = subgroupsOf(studies, narrower);
        const more = subgroupsOf(studies, narrowing);
        expect(count(fewer)).toBeLessThanOrEqual(count(more));
        const levelsBefore = more.flatMap(({ levels }) =>
          levels.map((level) => JSON.stringify(level)),
        );
        for (const { levels } of fewer) {
          for (const level of levels) expect(levelsBefore).toContain(JSON.stringify(level));
        }
      }),
    );
  });

  it("reaches every row by what it is", () => {
    expect(count(subgroupsOf(studies, {}))).toBe(figures.length);
    for (const { study, figure } of figures) {
      const product = study.products[0];
      const tables = subgroupsOf(studies, {
        variable: figure.variable,
        therapyClass: study.therapyClass,
        outcome: figure.outcome,
        ...(product === undefined ? {} : { product }),
      });
      expect(
        tables.some(
          (table) =>
            table.study.id === study.id &&
            table.definition === figure.definition &&
            table.levels.some(({ level }) => level === figure.level),
        ),
      ).toBe(true);
    }
  });
});

describe("variablesOf", () => {
  const counts = variablesOf(studies);

  it("lists all variables with both classes, also where nothing was found", () => {
    expect(counts.map(({ variable }) => variable)).toEqual(Object.keys(subgroupVariables));
    expect(counts.find(({ variable }) => variable === "prior-lines")?.counts).toEqual({
      "car-t": { studies: 3, figures: 8 },
      bsab: { studies: 0, figures: 0 },
    });
  });

  it("counts what the filters find", () => {
    for (const { variable, counts: byClass } of counts) {
      for (const therapyClass of ["car-t", "bsab"] as const) {
        const tables = subgroupsOf(studies, { variable, therapyClass });
        expect(byClass[therapyClass].figures).toBe(count(tables));
        expect(byClass[therapyClass].studies).toBe(
          new Set(tables.map(({ study }) => study.id)).size,
        );
      }
    }
  });

  it("leaves no figure uncounted", () => {
    const total = counts.reduce(
      (sum, { counts: byClass }) => sum + byClass["car-t"].figures + byClass.bsab.figures,
      0,
    );
    expect(total).toBe(figures.length);
  });
});
