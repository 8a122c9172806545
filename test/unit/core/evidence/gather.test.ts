/** The figures of a class, and the cohorts that give way to others with the same patients. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { bispecific, figure, orr, widest } from "../../../support/cohorts.ts";

it("every cohort of the data is placed exactly once for every outcome", () => {
  for (const outcome of dataset.outcomes) {
    const gather = outcome.kind === "landmark" ? gatherLandmarks : gatherCounts;
    const { entries, notPooled } = gather(dataset.cohorts, outcome, widest);
    const placed = [...entries, ...notPooled].map((each) => each.cohort.id);
    expect(placed.sort()).toEqual(dataset.cohorts.map(({ id }) => id).sort());
  }
});

describe("a label pool asked for the latest data", () => {
  const latest = { ...widest, cut: "latest" };
  const followed = (followUpMonths: number | null, events: number, n: number) => [
    figure("orr", events, n, { followUpMonths }),
  ];
  const naive = bispecific("a", { n: 123 });
  const after = bispecific("b", { n: 64, priorBcma: "required", figures: followed(26, 20, 64) });
  const parts = [{ ...naive, figures: followed(14, 70, 123) }, after];
  const poolAt = (months: number | null, n = 187) =>
    bispecific("pool", {
      ...{ n: 187, parts: ["a", "b"], priorBcma: "some", figures: followed(months, 95, n) },
      overlaps: ["a", "b"].map((id) => ({
        ...{ with: id, kind: "contained" as const, reason: "both cohorts of the trial" },
      })),
    });
  const counted = (cohorts: readonly ComputeCohort[], query = latest) =>
    gatherCounts(cohorts, orr, query).entries.map((entry) => entry.cohort.id);

  it("stands for its parts where it follows the same patients for longer", () => {
    expect(counted([...parts, poolAt(29)])).toEqual(["pool"]);
    expect(counted([...parts, poolAt(29)], { ...latest, overlap: "keep" })).toEqual(["pool"]);
    const { notPooled } = gatherCounts([...parts, poolAt(29)], orr, latest);
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
    expect(counted([naive, after, poolAt(29)])).toEqual(["b"]);
  });
});
