/**
 * Rules that subgroups and comparisons share with cohorts, and the exceptions for single figures.
 */
import { describe, expect, it } from "vitest";
import type { ComparisonFigure, ComparisonStudyFile, SubgroupFigure } from "#data/schema.ts";
import { brokenBy, puts } from "./breaking.ts";
import { entryWith } from "./files.ts";

const pathOf = (name: string) => `data/${name}.json`;
const majestec = pathOf("subgroups/majestec-1");
const krishnan = pathOf("comparisons/krishnan-teclistamab-physicians-choice");
const emd = pathOf("subgroups/single-centre-emd-2025");
const germany = pathOf("comparisons/germany-cilta-cel-ide-cel");

/** The first figure of a study is changed, and what is reported of it. */
const changedBy = (file: string, change: object) =>
  brokenBy(
    puts(file, "figures[0]", ({ figures: [first] }: { figures: object[] }) => ({
      ...first,
      ...change,
    })),
  );
const inFigure = (problems: readonly string[]) =>
  problems.map((problem) => `figures[0].${problem}`);

/** The subgroup is MajesTEC-1 by extramedullary disease: 10 of 28, 35.7 %. */
describe("a subgroup", () => {
  const alone = { percentPrinted: null, interval: null };

  it.each<[string, Partial<Record<keyof SubgroupFigure, unknown>>, string[]]>([
    ["more events than patients", { ...alone, events: 29 }, ["events events-not-above-n"]],
    ["another percentage", { percentPrinted: 37.5 }, ["percentPrinted percent-fits-count"]],
    [
      "no count in its range",
      { derivedRange: [11, 12] },
      ["derivedRange derived-range-holds-events"],
    ],
    ["an interval elsewhere", { interval: [40, 50] }, ["interval interval-holds-estimate"]],
    ["an interval of nothing", { percentPrinted: null }, ["interval interval-holds-estimate"]],
    ["an interval that is open", { interval: [null, null] }, []],
    ["an outcome nobody knows", { outcome: "nonsense" }, ["outcome outcome-exists"]],
    ["an outcome that is never pooled", { outcome: "septic-shock" }, []],
    ["a source that is not there", { source: 9 }, ["source source-exists"]],
    [
      "a remark on a percentage that is not that of its count",
      { percentPrinted: 37.5, oddity: { kind: "remark", text: "as printed" } },
      ["percentPrinted percent-fits-count"],
    ],
    [
      "a remark on an interval elsewhere",
      { interval: [40, 50], oddity: { kind: "remark", text: "as printed" } },
      ["interval interval-holds-estimate"],
    ],
    ["an oddity of no kind", { oddity: "as printed" }, ["oddity schema"]],
    ["a variable of no vocabulary", { variable: "shoe-size" }, ["variable schema"]],
  ])("with %s", (_, change, problems) => {
    expect(changedBy(majestec, change)).toEqual(inFigure(problems));
  });

  it("is of products that exist, and of their class", () => {
    expect(brokenBy(puts(emd, "products", ["nobody", "teclistamab"]))).toEqual([
      "products[0] product-exists",
      "products[1] product-class-agrees",
    ]);
  });
});

/** The comparison is teclistamab against physician's choice: a hazard ratio of 0.82 for death. */
describe("a comparison", () => {
  const effect = {
    measure: "hazard-ratio",
    value: 2,
    interval: [0.59, 1.14],
    moreEventsAbove: "of",
  };

  it.each<[string, Partial<Record<keyof ComparisonFigure, unknown>>, string[]]>([
    ["one side only", { against: null }, ["against side-exists"]],
    ["itself on the other side", { against: "teclistamab" }, ["against side-exists"]],
    ["a change within its interval", { changePoints: -1.5, interval: [-5.3, 2.3] }, []],
    [
      "a change outside its interval",
      { changePoints: 10.1, interval: [-5.3, 2.3] },
      ["interval interval-holds-estimate"],
    ],
    ["an odd effect", { effect, oddity: { kind: "contradiction", text: "as printed" } }, []],
  ])("with %s", (_, change, problems) => {
    expect(changedBy(krishnan, change)).toEqual(inFigure(problems));
  });

  it("has sides with names of their own, of cohorts that exist", () => {
    const again = ({ sides }: ComparisonStudyFile) => entryWith(sides[1], "a side");
    expect(
      brokenBy(puts(germany, "sides[0].cohorts", ["nobody"]), puts(germany, "sides[+]", again)),
    ).toEqual(["sides[0].cohorts[0] cohort-exists", "sides[2].id side-exists"]);
  });
});
