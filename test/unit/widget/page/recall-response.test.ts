import { expect, it } from "vitest";
import { isRecallResponse, isVersionRecalledBy } from "#data/recall.ts";

const recall = { recalledDataVersions: ["2026-11-20-0123abcd"], recallReason: "One figure." };

it("finds answers and data of a version that was withdrawn, and no others", () => {
  expect(isVersionRecalledBy(recall, "2026-11-20-0123abcd")).toBe(true);
  expect(isVersionRecalledBy(recall, "2026-11-20-0123abcd-ffffffff")).toBe(true);
  expect(isVersionRecalledBy(recall, "2026-11-20-0123abce-ffffffff")).toBe(false);
  expect(isVersionRecalledBy({ ...recall, recalledDataVersions: [] }, "2026-11-20-0123abcd")).toBe(
    false,
  );
});

it("believes only an answer of the form that /healthz has", () => {
  expect(isRecallResponse({ ...recall, status: "ok" })).toBe(true);
  for (const wrong of [
    null,
    "ok",
    {},
    { recalledDataVersions: "all", recallReason: null },
    { recalledDataVersions: [1], recallReason: null },
    { recalledDataVersions: [], recallReason: 1 },
  ]) {
    expect(isRecallResponse(wrong)).toBe(false);
  }
});
