import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import { cohort, figure, orr, widest } from "../../../support/cohorts.ts";

const overlapping = [{ with: "large", kind: "contained" as const, reason: "same patients" }];

describe("gathering the figures of a class", () => {
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

  it("places every cohort of the data exactly once for every outcome", () => {
    for (const one of dataset.outcomes) {
      const gather = one.kind === "landmark" ? gatherLandmarks : gatherCounts;
      const { entries, notPooled } = gather(dataset.cohorts, one, widest);
      const placed = [...entries, ...notPooled].map((each) => each.cohort.id);
      expect(placed.sort()).toEqual(dataset.cohorts.map(({ id }) => id).sort());
    }
  });
});
