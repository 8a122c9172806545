import { expect, it } from "vitest";
import { makeDataRecall } from "#data/recall.ts";
import { recall, releases } from "./made-releases.ts";

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
