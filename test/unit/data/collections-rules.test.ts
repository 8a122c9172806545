/**
 * Rules that subgroups and comparisons share with cohorts, and the exceptions for single figures.
 */
import { describe, expect, it } from "vitest";
import { check } from "#data/build/validate.ts";
import type {
  ComparisonFigure,
  ComparisonStudyFile,
  SubgroupFigure,
  SubgroupStudyFile,
} from "#data/schema.ts";
import { contentOf, dataFiles, found } from "./files.ts";

function broken<T extends SubgroupStudyFile | ComparisonStudyFile>(
  path: string,
  change: (study: T) => void,
): string[] {
  const files = dataFiles();
  change(contentOf<T>(files, `data/${path}.json`));
  return check(files).problems.map(({ file, field, rule }) => {
    expect(file).toBe(`data/${path}.json`);
    return `${field} ${rule}`;
  });
}

/** MajesTEC-1 by extramedullary disease: 10 of 28, 35.7 %. */
const subgroup = (change: Partial<SubgroupFigure>): string[] =>
  broken<SubgroupStudyFile>("subgroups/majestec-1", ({ figures }) => {
    Object.assign(found(figures[0], "a figure"), change);
  });
/** Teclistamab against physician's choice: a hazard ratio of 0.82 for death. */
const comparison = (change: Partial<ComparisonFigure>): string[] =>
  broken<ComparisonStudyFile>(
    "comparisons/krishnan-teclistamab-physicians-choice",
    ({ figures }) => {
      Object.assign(found(figures[0], "a figure"), change);
    },
  );

describe("a subgroup", () => {
  it.each<[string, Partial<SubgroupFigure>, string[]]>([
    [
      "more events than patients",
      { events: 29, percentPrinted: null, interval: null },
      ["events events-not-above-n"],
    ],
    ["another percentage", { percentPrinted: 37.5 }, ["percentPrinted percent-fits-count"]],
    [
      "a range without its count",
      { derivedRange: [11, 12] },
      ["derivedRange derived-range-holds-events"],
    ],
    ["an interval elsewhere", { interval: [40, 50] }, ["interval interval-holds-estimate"]],
    ["an interval of nothing", { percentPrinted: null }, ["interval interval-holds-estimate"]],
    ["an interval that is open", { interval: [null, null] }, []],
    ["an outcome nobody knows", { outcome: "nonsense" }, ["outcome outcome-exists"]],
    ["an outcome that is never pooled", { outcome: "septic-shock" }, []],
    ["a source that is not there", { source: 9 }, ["source source-exists"]],
    ["a percentage that is known not to fit", { percentPrinted: 52, oddity: "as printed" }, []],
  ])("with %s", (_, change, problems) => {
    expect(subgroup(change)).toEqual(problems.map((problem) => `figures[0].${problem}`));
  });

  it("speaks a closed vocabulary", () => {
    expect(
      broken<SubgroupStudyFile>("subgroups/majestec-1", ({ figures }) => {
        Object.assign(found(figures[0], "a figure"), { variable: "shoe-size" });
      }),
    ).toEqual(["figures[0].variable schema"]);
  });

  it("is of products that exist, and of their class", () => {
    expect(
      broken<SubgroupStudyFile>("subgroups/single-centre-emd-2025", (study) => {
        study.products = ["nobody", "teclistamab"];
      }),
    ).toEqual(["products[0] product-exists", "products[1] product-class-agrees"]);
  });
});

describe("a comparison", () => {
  it.each<[string, Partial<ComparisonFigure>, string[]]>([
    ["a side that is not there", { of: "nobody" }, ["of side-exists"]],
    ["one side only", { against: null }, ["against side-exists"]],
    ["itself on the other side", { against: "teclistamab" }, ["against side-exists"]],
    [
      "an odd effect",
      {
        effect: {
          measure: "hazard-ratio",
          value: 2,
          interval: [0.59, 1.14],
          moreEventsAbove: "of",
        },
        oddity: "as printed",
      },
      [],
    ],
  ])("with %s", (_, change, problems) => {
    expect(comparison(change)).toEqual(problems.map((problem) => `figures[0].${problem}`));
  });

  it("has sides with names of their own, of cohorts that exist", () => {
    expect(
      broken<ComparisonStudyFile>("comparisons/germany-cilta-cel-ide-cel", ({ sides }) => {
        found(sides[0], "a side").cohorts = ["nobody"];
        sides.push({ ...found(sides[1], "a side") });
      }),
    ).toEqual(["sides[0].cohorts[0] cohort-exists", "sides[2].id side-exists"]);
  });
});
