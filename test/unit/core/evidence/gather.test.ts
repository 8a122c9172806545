/** The figures of a class, and the cohorts that give way to others with the same patients. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { findExclusionReason, listFailedFilters } from "#core/evidence/filters.ts";
import { gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import { selectCohorts } from "#core/evidence/select.ts";
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  orr,
  widest,
  widestBut,
} from "../../../support/cohorts.ts";

const gathered = (cohorts: readonly ComputeCohort[], query = widest) =>
  gatherCounts(cohorts, orr, query);
const pooledOf = (...cohorts: ComputeCohort[]) =>
  gathered(cohorts).entries.map((entry) => entry.cohort.id);

describe("a cohort with patients of a larger one", () => {
  const overlaps = [{ with: "large", kind: "contained" as const, reason: "same patients" }];
  const large = (n: number, ...figures: ComputeFigure[]) => cohort("large", { n, figures });
  const small = (n: number, ...figures: ComputeFigure[]) =>
    cohort("small", { n, figures, overlaps });
  const few = figure("orr", 5, 10);

  it("is left out, and says with which it shares them", () => {
    const smallCohort = small(100, few);
    const { entries, notPooled } = gathered([smallCohort, large(100, figure("orr", 50, 100))]);
    expect(entries.map((entry) => entry.cohort.id)).toEqual(["large"]);
    // The reason has the cohort's name for readers, not its id.
    const shared = { code: "shares-patients", possibly: false, cohort: "LARGE" };
    const reason = { ...shared, note: "same patients" };
    expect(notPooled).toEqual([{ cohort: smallCohort, reason, figure: few }]);
  });

  it("stays where the larger one lacks the outcome", () => {
    expect(pooledOf(small(100, few), large(100))).toEqual(["small"]);
  });

  it("stays with more patients counted for this outcome, whatever its size", () => {
    expect(pooledOf(large(500, few), small(50, figure("orr", 25, 50)))).toEqual(["small"]);
  });
});

it("every cohort of the data is placed exactly once for every outcome", () => {
  for (const outcome of dataset.outcomes) {
    const gather = outcome.kind === "landmark" ? gatherLandmarks : gatherCounts;
    const { entries, notPooled } = gather(dataset.cohorts, outcome, widest);
    const placed = [...entries, ...notPooled].map((each) => each.cohort.id);
    expect(placed.sort()).toEqual(dataset.cohorts.map(({ id }) => id).sort());
  }
});

describe("a label pool", () => {
  const overlaps = ["a", "b"].map((id) => ({
    ...{ with: id, kind: "contained" as const, reason: "both cohorts of the trial" },
  }));
  const naive = bispecific("a", { n: 123 });
  const after = bispecific("b", { n: 64, priorBcma: "required" });
  const pool = bispecific("pool", {
    ...{ n: 187, parts: ["a", "b"], priorBcma: "some", overlaps },
    figures: [figure("orr", 90, 187)],
  });
  const reporting = { ...after, figures: [figure("orr", 20, 64)] };

  it("stands in where none of its parts reports the outcome", () => {
    expect(pooledOf(naive, after, pool)).toEqual(["pool"]);
  });

  it("makes way for one part, although it has more patients", () => {
    expect(pooledOf(naive, reporting, pool)).toEqual(["b"]);
    const { notPooled } = gathered([naive, reporting, pool]);
    const reasons = notPooled.map(({ cohort: { id }, reason }) => [id, reason]);
    expect(reasons).toContainEqual(["pool", { code: "parts-report" }]);
  });

  it("makes way for a part also where overlaps are kept", () => {
    const cohorts = [{ ...naive, figures: [figure("orr", 70, 123)] }, after, pool];
    const { entries } = gathered(cohorts, { ...widest, overlap: "keep" });
    expect(entries.map((entry) => entry.cohort.id)).toEqual(["a"]);
  });

  describe("asked for the latest data", () => {
    const latest = { ...widest, cut: "latest" };
    const at = (followUpMonths: number | null) => (events: number, n: number) => ({
      ...figure("orr", events, n),
      followUpMonths,
    });
    const parts = [
      { ...naive, figures: [at(14)(70, 123)] },
      { ...after, figures: [at(26)(20, 64)] },
    ];
    const poolAt = (months: number | null, n = 187) => ({ ...pool, figures: [at(months)(95, n)] });
    const counted = (cohorts: readonly ComputeCohort[], query = latest) =>
      gathered(cohorts, query).entries.map((entry) => entry.cohort.id);

    it("stands for its parts where it follows the same patients for longer", () => {
      expect(counted([...parts, poolAt(29)])).toEqual(["pool"]);
      expect(counted([...parts, poolAt(29)], { ...latest, overlap: "keep" })).toEqual(["pool"]);
      const { notPooled } = gathered([...parts, poolAt(29)], latest);
      const reason = { code: "shares-patients", possibly: false, cohort: "POOL" };
      const note = "both cohorts of the trial";
      expect(notPooled.map(({ cohort: { id }, reason }) => [id, reason])).toEqual([
        ["a", { ...reason, note }],
        ["b", { ...reason, note }],
      ]);
    });

    it.each([
      ["by the primary cut", [...parts, poolAt(29)], widest],
      ["where they are followed for longer, by patients", [...parts, poolAt(18)], latest],
      ["where its follow-up is not known", [...parts, poolAt(null)], latest],
      ["where it counts other patients", [...parts, poolAt(29, 150)], latest],
    ] as const)("makes way for its parts %s", (_, cohorts, query) => {
      expect(counted(cohorts, query)).toEqual(["a", "b"]);
    });

    it("makes way for the only part that reports the outcome", () => {
      expect(counted([naive, ...parts.slice(1), poolAt(29)])).toEqual(["b"]);
    });
  });

  it("is left out with the first part that the question leaves out", () => {
    const made = datasetOf([naive, after, pool]);
    const query = widestBut({ priorBcma: ["not-selected"] });
    expect(selectCohorts(query, made).included.map(({ id }) => id)).toEqual(["a"]);
    expect(findExclusionReason(pool, query, made)).toEqual({
      parameter: "prior-bcma",
      reason: { code: "after-bcma", required: true },
    });
    expect(listFailedFilters(pool, query, made)).toEqual(["prior-bcma"]);
  });

  it("names its parts: a larger cohort of the same trial is weighed like any other", () => {
    expect(pooledOf(naive, reporting, { ...pool, parts: [] })).toEqual(["pool"]);
  });
});
