import { expect, it } from "vitest";
import { makeDataRecall } from "#data/recall.ts";
import type { DataRelease } from "#data/schema.ts";

/** Made-up releases of the data, newest first. */
const releases: readonly DataRelease[] = [
  {
    date: "2026-12-24",
    version: "2026-12-20-0123abcd",
    what: ['Two cohorts & one figure < the other, "as printed".', "A figure was corrected."],
  },
  {
    date: "2026-12-24",
    version: "2026-12-20-89ef4567",
    what: ["Words only."],
    corrects: "One figure < the other, twice.",
  },
  { date: "2026-11-20", version: "2026-11-20-00000000", what: ["The first."] },
];

/** The second one corrects a wrong number. */
const recall = makeDataRecall({
  releases: [...releases],
  minimumDataVersion: "2026-12-20-89ef4567",
});

it("withdraws every release before the oldest that may be shown, and says why", () => {
  expect(recall).toEqual({
    minimumDataVersion: "2026-12-20-89ef4567",
    recalledDataVersions: ["2026-11-20-00000000"],
    recallReason: "One figure < the other, twice.",
  });
});

it("withdraws none if the first release may be shown", () => {
  const minimumDataVersion = "2026-11-20-00000000";
  expect(makeDataRecall({ releases: [...releases], minimumDataVersion })).toMatchObject({
    recalledDataVersions: [],
    recallReason: null,
  });
});
