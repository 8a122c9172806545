import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjustedComparisonsOf,
  type ComparisonQuery,
  type ComparisonTable,
} from "#core/evidence/adjusted-comparisons.ts";
import { comparisonKinds } from "#data/collection-vocabulary.ts";
import { collections } from "#data/generated/collections.ts";

const { comparisons: studies } = collections;
const figures = studies.flatMap((study) => study.figures.map((figure) => ({ study, figure })));

const rowsOf = (tables: readonly ComparisonTable[]): string[] =>
  tables.flatMap(({ study, rows }) => rows.map((row) => `${study.id} ${JSON.stringify(row)}`));

const query = fc.record(
  {
    kind: fc.constantFrom(...studies.map(({ kind }) => kind)),
    therapyClass: fc.constantFrom("car-t" as const, "bsab" as const),
    product: fc.constantFrom("cilta-cel", "ide-cel", "teclistamab", "linvoseltamab", "nobody"),
    outcome: fc.constantFrom(...figures.map(({ figure }) => figure.outcome)),
  },
  { requiredKeys: [] },
);

describe("adjustedComparisonsOf", () => {
  it("gives each row its sides and its source", () => {
    const [table, ...others] = adjustedComparisonsOf(studies, {
      kind: "matching-adjusted",
      outcome: "cr",
    });
    expect(others).toEqual([]);
    expect(table?.rows).toMatchObject([
      {
        of: { id: "cilta-cel", n: 85, effectiveSampleSize: 39 },
        against: { id: "ide-cel", cohorts: [expect.any(String)] },
        effect: { measure: "risk-ratio", value: 1.8, interval: [1.49, 2.18] },
        source: { doi: "10.1007/s12325-025-03479-y", tier: 1 },
      },
    ]);
  });

  it("knows which set CAR-T against a bispecific", () => {
    const between = adjustedComparisonsOf(studies, {}).filter(
      ({ betweenClasses }) => betweenClasses,
    );
    expect(between.map(({ study }) => study.id)).toEqual(
      expect.arrayContaining([
        "one-centre-t-cell-redirection",
        "review-of-indirect-comparisons-2026",
        "trinetx-car-t-bsab",
        "trinetx-car-t-teclistamab",
      ]),
    );
    // A standard regimen is no bispecific antibody: no trial has set the classes head to head.
    expect(between.filter(({ study }) => study.kind === "randomised")).toEqual([]);
  });

  it("finds a sequence by the class that came first, too", () => {
    const [table] = adjustedComparisonsOf(studies, {
      kind: "sequencing",
      therapyClass: "car-t",
    }).filter(({ study }) => study.id === "one-centre-t-cell-redirection");
    const labels = table?.rows.map(({ of }) => of.label) ?? [];
    expect(labels).toContain("Bispecific after CAR-T");
    expect(labels).not.toContain("Bispecific after a bispecific");
  });

  it("has studies of every kind", () => {
    for (const kind of Object.keys(comparisonKinds) as (keyof typeof comparisonKinds)[]) {
      expect(adjustedComparisonsOf(studies, { kind }).length, kind).toBeGreaterThan(0);
    }
  });

  it("never adds a row when a filter is added", () => {
    fc.assert(
      fc.property(query, query, (one, another) => {
        const both: ComparisonQuery = { ...another, ...one };
        const more = new Set(rowsOf(adjustedComparisonsOf(studies, one)));
        for (const row of rowsOf(adjustedComparisonsOf(studies, both))) {
          expect(more).toContain(row);
        }
      }),
    );
  });

  it("reaches every row by what it is", () => {
    expect(rowsOf(adjustedComparisonsOf(studies, {}))).toHaveLength(figures.length);
    for (const { study, figure } of figures) {
      const side = study.sides.find(({ id }) => id === figure.of);
      const { therapyClass = null, products: [product] = [] } = side ?? {};
      const tables = adjustedComparisonsOf(studies, {
        kind: study.kind,
        outcome: figure.outcome,
        ...(therapyClass === null ? {} : { therapyClass }),
        ...(product === undefined ? {} : { product }),
      });
      const rows = tables.find((table) => table.study.id === study.id)?.rows ?? [];
      expect(rows.some(({ of, effect }) => of === side && effect === figure.effect)).toBe(true);
    }
  });
});
