import { describe, expect, it } from "vitest";
import { summariseToxicityGrades } from "#core/answer/grades.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { ComputeFigure } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { cohort, figure, infection, outcome } from "../../../support/cohorts.ts";

const severe = { ...infection, severe: { fatal: "death-infection" } };
const deaths = outcome("death-infection", { label: "Death from infection" });
const dataset = { outcomes: [severe, deaths] };

function entry(id: string, grades: ComputeFigure["grades"], ...more: ComputeFigure[]): Entry {
  const counted = { ...figure(severe.id, 20, 100, { grades }), events: 20, n: 100 };
  return {
    cohort: cohort(id, { figures: [counted, ...more] }),
    figure: counted,
    n: 100,
    followUpMonths: 12,
  };
}

type Groups = Parameters<typeof summariseToxicityGrades>[1];

const group = (entries: readonly Entry[]): Groups[number] => ({
  mainRegimen: {
    regimen: null,
    cohorts: [],
    gathered: { entries, smallTrials: [], notPooled: [], dropped: [], settled: true },
    otherRegimen: null,
  },
});

const ofRow = (
  carT: Entry[],
  bsab: Entry[],
  of: Outcome = severe,
  sources: "any" | "papers" = "any",
) => summariseToxicityGrades(of, [group(carT), group(bsab)], { sources }, dataset);

describe("which grades a row counts", () => {
  it("is of both sides, by trial", () => {
    const row = ofRow([entry("a", "3-4"), entry("b", "3-5")], [entry("c", null)]);
    expect(row).toMatchObject({ trials: 3, withoutDeaths: 1, withDeaths: 1, notReported: 1 });
  });

  it("does not know the grade of what is called severe without one", () => {
    const row = ofRow([entry("a", "severe"), entry("b", "3-4")], [entry("c", null)]);
    expect(row).toMatchObject({ trials: 3, withoutDeaths: 1, notReported: 2, ungraded: 1 });
  });

  it("is nothing of an outcome that counts all grades", () => {
    expect(ofRow([entry("a", null)], [], infection)).toBeNull();
  });

  it("has beside it the deaths of trials that do not count them, printed for the same cut", () => {
    const later = figure("death-infection", 9, 100, { cut: "later" });
    const row = ofRow(
      [
        entry("a", "3-4", figure("death-infection", 5, 100)),
        entry("b", "3-5", figure("death-infection", 7, 100)),
      ],
      [
        entry("c", "3-4", later),
        entry("d", "3-4", figure("death-infection", 3, 100, { hold: "different-definition" })),
        entry("e", "3-4", figure("death-infection", null, 100)),
      ],
    );
    expect(row?.fatal).toMatchObject({
      outcome: "death-infection",
      label: "Death from infection",
      studies: [{ cohort: "a", events: 5, n: 100 }],
      notReported: [{ cohort: "c" }, { cohort: "d" }, { cohort: "e" }],
    });
  });

  it("has no deaths of sources that were not asked for", () => {
    const news = figure("death-infection", 5, 100, { tier: 3 });
    expect(ofRow([entry("a", "3-4", news)], [], severe, "papers")?.fatal?.studies).toEqual([]);
  });

  it.each([
    ["all figures count deaths", ofRow([entry("a", "3-5")], [])],
    [
      "nothing counts the deaths",
      ofRow([entry("a", "3-4")], [], { ...severe, severe: { fatal: "nobody" } }),
    ],
  ])("has none beside it where %s", (_, row) => {
    expect(row?.fatal).toBeNull();
  });
});
