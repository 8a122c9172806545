import { describe, expect, it } from "vitest";
import type { Shown, ShownRow } from "#data/schema.ts";
import { effectLines } from "../../../../.dev/evidence/effect-lines.ts";
import { effectOf, shownBy } from "../../../../.dev/evidence/shown.ts";
import { evidence, found, shownNow } from "../../data/files.ts";

const numbers = (rate: number): Shown => ({
  "car-t": { k: 3, n: 120, rate, interval: [rate - 10, rate + 10] },
  bsab: null,
  difference: null,
});
const row = (outcome: string, rate: number, preset = "default"): ShownRow => ({
  preset,
  outcome,
  numbers: numbers(rate),
});

describe("the effect of a change of the data", () => {
  it("is every row whose numbers changed, that came or that is gone", () => {
    const before = [row("orr", 50), row("cr", 30), row("crs-3", 5)];
    const after = [row("orr", 51), row("cr", 30), row("os-12", 80)];
    expect(effectOf(before, after)).toEqual([
      { preset: "default", outcome: "orr", before: numbers(50), after: numbers(51) },
      { preset: "default", outcome: "os-12", before: null, after: numbers(80) },
      { preset: "default", outcome: "crs-3", before: numbers(5), after: null },
    ]);
  });

  it("is printed by preset, only the parts that changed", () => {
    const effect = effectOf([row("orr", 50), row("cr", 30, "other")], [row("orr", 51)]);
    expect(effectLines(effect)).toEqual([
      "default",
      "  orr  CAR-T  50 (40 to 60), k 3, n 120 → 51 (41 to 61), k 3, n 120",
      "other",
      "  cr  CAR-T  30 (20 to 40), k 3, n 120 → –",
    ]);
  });
});

describe("what the ready-made questions show", () => {
  const present = evidence();
  const rows = shownNow();

  it("is every summary row of every preset, rounded to tenths", () => {
    expect([...new Set(rows.map(({ preset }) => preset))]).toEqual(
      present.presets.map(({ id }) => id),
    );
    const digits = JSON.stringify(rows).match(/\d\.\d+/g) ?? [];
    expect(digits.length).toBeGreaterThan(100);
    expect(digits.filter((text) => text.length > 3)).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain("-0,");
  });

  it("changes with one count", () => {
    const changed = evidence();
    const cohort = found(
      changed.cohorts.find(({ figures }) => figures.some(isResponse)),
      "a cohort with a response rate",
    );
    const figure = found(cohort.figures.find(isResponse), "its figure");
    figure.events = Number(figure.events) - 1;
    expect(effectOf(rows, shownBy(changed)).length).toBeGreaterThan(0);
  });

  it("has no row for a preset that is no question about these data", () => {
    const earlier = evidence();
    earlier.presets = [{ id: "odd", label: "Odd", query: { "shoe-size": "44" } }];
    expect(shownBy(earlier)).toEqual([]);
  });

  function isResponse({ outcome, events, hold, n }: Figures): boolean {
    return outcome === "orr" && events !== null && events > 1 && n !== null && hold === null;
  }
});

type Figures = ReturnType<typeof evidence>["cohorts"][number]["figures"][number];
