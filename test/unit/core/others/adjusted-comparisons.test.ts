import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComparisonQuery,
  type ComparisonTable,
  isOutcomeUnderRow,
  selectComparisonTables,
} from "#core/others/adjusted-comparisons.ts";
import { listNotInfusedCountsOfCarTArms } from "#core/others/not-infused.ts";
import { countClassComparisonsByDesign } from "#data/between-classes.ts";
import { comparisonKinds, contrastKinds } from "#data/collection-vocabulary.ts";
import { collections, comparisons } from "#data/generated/collections.ts";
import type { ComparisonStudy } from "#data/schema.ts";
import { cohort } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";

const { comparisons: studies } = collections;
const figures = studies.flatMap((study) => study.figures.map((figure) => ({ study, figure })));

const rowsOf = (tables: readonly ComparisonTable[]): string[] =>
  tables.flatMap(({ study, rows }) => rows.map((row) => `${study.id} ${JSON.stringify(row)}`));

const query = fc.record(
  {
    kind: fc.constantFrom(...studies.map(({ kind }) => kind)),
    contrast: fc.constantFrom(...contrastKinds),
    row: fc.constantFrom("orr", "crs", "infection-3", "pfs-12", "os-24", "nobody"),
  },
  { requiredKeys: [] },
);

describe("adjusted comparisons", () => {
  it("never adds a row when a filter is added", () =>
    forAny([query, query], (narrowing, another) => {
      const narrower: ComparisonQuery = { ...another, ...narrowing };
      const more = new Set(rowsOf(selectComparisonTables(studies, narrowing)));
      for (const row of rowsOf(selectComparisonTables(studies, narrower))) {
        expect(more).toContain(row);
      }
    }));

  it("reaches every row by what it is", () => {
    expect(rowsOf(selectComparisonTables(studies, {}))).toHaveLength(figures.length);
    for (const { study, figure } of figures) {
      const side = study.sides.find(({ id }) => id === figure.of);
      const tables = selectComparisonTables(studies, { kind: study.kind });
      const rows = tables.find((table) => table.study.id === study.id)?.rows ?? [];
      expect(rows.some(({ of, effect }) => of === side && effect === figure.effect)).toBe(true);
    }
  });
});

describe("what stands under a row", () => {
  it.each([
    ["orr", "orr", true],
    ["cr", "orr", false],
    ["crs", "crs-3", true],
    ["infection-3", "infection", true],
    ["ttnt", "pfs-24", true],
    ["os", "pfs-12", true],
    ["death", "nrm", true],
    ["pfs", "nrm", false],
    ["remission-coded", "cr", true],
    ["hospitalisation", "infection-3", false],
    ["nobody", "orr", false],
  ])("%s under %s: %s", (outcome, row, concerned) => {
    expect(isOutcomeUnderRow(outcome, row)).toBe(concerned);
  });

  it("is found by what was set against each other", () => {
    for (const contrast of contrastKinds) {
      const tables = selectComparisonTables(studies, { contrast });
      expect(tables.length, contrast).toBeGreaterThan(0);
      expect(tables.every((table) => table.contrast === contrast)).toBe(true);
    }
  });
});

describe("the number of studies that compared the classes", () => {
  const [first] = figures;
  const [side] = first?.study.sides ?? [];
  if (!first || !side) throw new Error("there is no figure");
  const of = (id: string, therapyClass: "car-t" | "bsab" | null) => ({ ...side, id, therapyClass });
  const figure = { ...first.figure, of: "a", against: "b" };
  const study = (
    kind: keyof typeof comparisonKinds,
    over: Partial<(typeof studies)[number]> = {},
  ) => ({ kind, sides: [of("a", "car-t"), of("b", "bsab")], figures: [figure], ...over });

  it("counts by design, and not what was only set side by side or in a sequence", () => {
    const kinds = Object.keys(comparisonKinds) as (keyof typeof comparisonKinds)[];
    const counts = countClassComparisonsByDesign(kinds.map((kind) => study(kind)));
    expect(counts).toEqual({ randomised: 1, adjusted: 6 });
  });

  it("leaves out other contrasts, and patients with other diseases", () => {
    const uncounted = [
      study("propensity-matched", { sides: [of("a", "car-t"), of("b", null)] }),
      study("propensity-matched", { figures: [{ ...figure, against: null }] }),
      study("weighted", { disease: "mixed" }),
    ];
    expect(countClassComparisonsByDesign(uncounted)).toEqual({ randomised: 0, adjusted: 0 });
  });
});

// Tests which patients of randomised trials count as not infused as planned.

const studiesOfUntreated = comparisons.filter(({ figures }) =>
  figures.some(({ outcome }) => outcome === "death-before-treatment"),
);
const arms = ({ sides }: ComparisonStudy) =>
  sides.flatMap(({ cohorts: ids }) => ids.map((id) => cohort(id, { therapyClass: "car-t" })));

it("leaves out a figure without a count, an arm that is no cohort, and studies that are not randomised", () => {
  const [study] = studiesOfUntreated;
  if (!study) throw new Error("no study");
  const [first = expect.fail("no figure"), ...others] = study.figures.filter(
    ({ outcome, of }) => outcome === "death-before-treatment" && of !== "control",
  );
  expect(others).toEqual([]);
  const withFigure = (of: Partial<typeof first>) => ({ ...study, figures: [{ ...first, ...of }] });
  const count = (of: ComparisonStudy, cohorts = arms(of)) =>
    listNotInfusedCountsOfCarTArms([of], cohorts).length;
  expect(count(withFigure({}))).toBe(1);
  expect(count(withFigure({ events: null }))).toBe(0);
  expect(count(withFigure({ n: null }))).toBe(0);
  expect(count(withFigure({}), [])).toBe(0);
  expect(count({ ...withFigure({}), kind: "unadjusted" })).toBe(0);
});
