import { expect, it } from "vitest";
import { summariseCountedGrades } from "#core/answer/grades.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { ComputeFigure } from "#data/compute-set.ts";
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

/** Returns the deaths beside a row of CAR-T with this trial. */
function deathsBeside(trial: Entry, of = severe, sources: "any" | "papers" = "any") {
  const gathered = { entries: [trial], smallTrials: [], notPooled: [], dropped: [], settled: true };
  const mainRegimen = { regimen: null, cohorts: [], gathered, otherRegimen: null };
  return summariseCountedGrades(of, [{ mainRegimen }], { sources }, dataset)?.fatal;
}

it("deaths beside figures of grade 3 or 4 are of no source that was not asked for", () => {
  const news = figure("death-infection", 5, 100, { tier: 3 });
  expect(deathsBeside(entry("a", "3-4", news), severe, "papers")?.studies).toEqual([]);
});

it("there are none where all figures count deaths, or nothing counts the deaths", () => {
  expect(deathsBeside(entry("a", "3-5"))).toBeNull();
  expect(deathsBeside(entry("a", "3-4"), { ...severe, severe: { fatal: "nobody" } })).toBeNull();
});
