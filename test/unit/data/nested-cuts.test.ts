import { describe, expect, it } from "vitest";
import { nestedCutsOf } from "#data/build/nested-cuts.ts";
import type { Figure } from "#data/schema.ts";
import { figure, outcome } from "../../support/cohorts.ts";

const outcomes = [
  outcome("cr", { partOf: "vgpr" }),
  outcome("orr"),
  outcome("vgpr", { partOf: "orr" }),
  outcome("crs"),
];

const at = (cut: string, followUpMonths: number | null, ...ids: string[]): Figure[] =>
  ids.map((id) => ({
    ...figure(id, 5, 10, { cut, followUpMonths }),
    ...{
      derived: false,
      derivedRange: null,
      definition: null,
      locator: "Table 2",
      exposureMonths: null,
    },
  }));

describe("the cut of nested outcomes", () => {
  it("is the earliest that holds all of them, where the primary one does not", () => {
    const figures = [
      ...at("primary", 12, "orr", "cr"),
      ...at("late", 40, "orr", "vgpr", "cr"),
      ...at("early", 8, "orr", "vgpr", "cr"),
    ];
    expect(nestedCutsOf({ figures }, outcomes)).toEqual({
      orr: "early",
      vgpr: "early",
      cr: "early",
    });
    expect(nestedCutsOf({ figures: figures.toReversed() }, outcomes)).toEqual({
      cr: "early",
      vgpr: "early",
      orr: "early",
    });
  });

  it("is none where the primary one has all, none has all, or there is only one", () => {
    const whole = [...at("primary", 12, "orr", "cr"), ...at("late", 40, "orr", "cr")];
    const divided = [...at("primary", 12, "orr", "cr"), ...at("late", 40, "vgpr", "cr")];
    const only = at("review", null, "orr", "vgpr");
    for (const figures of [whole, divided, only]) {
      expect(nestedCutsOf({ figures }, outcomes)).toEqual({});
    }
  });

  it("does not depend on figures that cannot be pooled", () => {
    const figures = [
      ...at("primary", 12, "orr", "cr"),
      ...at("late", 40, "orr", "vgpr", "cr").map((one) => ({ ...one, hold: "inferred" as const })),
    ];
    expect(nestedCutsOf({ figures }, outcomes)).toEqual({});
  });
});
