import { expect, it } from "vitest";
import { computeSetOf } from "#data/build/compute-set.ts";
import { figuresRead, type Read, sharesByKind } from "../../../../.dev/evidence/coverage.ts";
import { evidence } from "../../data/files.ts";

it("knows the source of every figure that the default question pools", () => {
  const full = evidence();
  const read = figuresRead(computeSetOf(full), full.cohorts);
  expect(read.length).toBeGreaterThan(20);
  expect(read.every(({ tier }) => tier <= 3)).toBe(true);
});

it("states the shares, the largest first", () => {
  const of = (kind: Read["kind"]): Read => ({ cohort: "a", outcome: "orr", kind, tier: 1 });
  expect(sharesByKind([of("news"), of("abstract"), of("abstract")])).toBe(
    "3 figures: abstract 67 %, news 33 %",
  );
});
