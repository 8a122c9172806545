import { describe, expect, it } from "vitest";
import { computeSetOf } from "#data/build/compute-set.ts";
import { storedSetOf } from "#data/build/stored-set.ts";
import { restored } from "#data/stored-set.ts";
import { evidence } from "./files.ts";

const full = evidence();
const computeSet = computeSetOf(full);
const stored = storedSetOf(computeSet, full.cohorts);

describe("the compute set as it is stored", () => {
  it("is restored to the last field, overlaps with networks included", () => {
    expect(restored(stored)).toEqual(computeSet);
    expect(restored(JSON.parse(JSON.stringify(stored)))).toEqual(computeSet);
  });

  it("is less than two thirds as long", () => {
    const length = (value: unknown) => JSON.stringify(value).length;
    expect(length(stored)).toBeLessThan((2 / 3) * length(computeSet));
  });
});
