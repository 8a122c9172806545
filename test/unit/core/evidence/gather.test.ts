import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import { cohort, figure, landmark, orr, pfs, widest } from "../../../support/cohorts.ts";

const overlapping = [{ with: "large", kind: "contained" as const, reason: "same patients" }];

describe("gathering the figures of a class", () => {
  it("pairs each cohort with the figure that stands for it", () => {
    const one = figure("orr", 40, 80, { followUpMonths: 9 });
    const of = cohort("a", { figures: [one] });
    expect(gatherCounts([of], orr, widest).entries).toEqual([
      { cohort: of, figure: one, n: 80, followUpMonths: 9 },
    ]);
  });

  it("names the reason of every cohort without one", () => {
    const silent = cohort("silent");
    expect(gatherCounts([silent], orr, widest)).toEqual({
      entries: [],
      notPooled: [{ cohort: silent, reason: { code: "not-reported" }, figure: null }],
      dropped: [],
      settled: true,
    });
  });

  it("leaves out a cohort that shares patients with a larger one, and says with which", () => {
    const large = cohort("large", { figures: [figure("orr", 50, 100)] });
    const few = figure("orr", 5, 10);
    const small = cohort("small", { figures: [few], overlaps: overlapping });
    const { entries, notPooled } = gatherCounts([small, large], orr, widest);
    expect(entries.map((entry) => entry.cohort.id)).toEqual(["large"]);
    // With the cohort's name for readers, not its id.
    expect(notPooled).toEqual([
      {
        cohort: small,
        reason: {
          code: "shares-patients",
          possibly: false,
          cohort: "LARGE",
          note: "same patients",
        },
        figure: few,
      },
    ]);
  });

  it("keeps what a refused cohort reports, from the cut nearest to the primary one", () => {
    const held = figure("orr", 30, 80, { hold: "conflicting-sources" });
    const later = figure("orr", 35, 80, { cut: "late", followUpMonths: 30, population: "subset" });
    const of = cohort("a", { figures: [later, held] });
    expect(gatherCounts([of], orr, widest).notPooled).toEqual([
      { cohort: of, reason: { code: "held", hold: "conflicting-sources" }, figure: held },
    ]);
  });

  it("keeps an overlapping cohort when the larger one lacks the outcome", () => {
    const large = cohort("large");
    const small = cohort("small", { figures: [figure("orr", 5, 10)], overlaps: overlapping });
    expect(
      gatherCounts([small, large], orr, widest).entries.map((entry) => entry.cohort.id),
    ).toEqual(["small"]);
  });

  it("weighs overlapping cohorts by the patients counted for this outcome, not by their size", () => {
    const large = cohort("large", { n: 500, figures: [figure("orr", 5, 10)] });
    const small = cohort("small", {
      n: 50,
      figures: [figure("orr", 25, 50)],
      overlaps: overlapping,
    });
    expect(
      gatherCounts([large, small], orr, widest).entries.map((entry) => entry.cohort.id),
    ).toEqual(["small"]);
  });

  it("takes landmarks for a survival outcome", () => {
    const one = landmark("pfs-12", 0.7);
    const of = cohort("a", { landmarks: [one], figures: [figure("pfs-12", 70, 100)] });
    expect(gatherLandmarks([of], pfs, widest).entries.map((entry) => entry.figure)).toMatchObject([
      one,
    ]);
  });

  it("places every cohort of the data exactly once for every outcome", () => {
    for (const one of dataset.outcomes) {
      const gather = one.kind === "landmark" ? gatherLandmarks : gatherCounts;
      const { entries, notPooled } = gather(dataset.cohorts, one, widest);
      const placed = [...entries, ...notPooled].map((each) => each.cohort.id);
      expect(placed.sort()).toEqual(dataset.cohorts.map(({ id }) => id).sort());
    }
  });
});
