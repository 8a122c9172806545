import { describe, expect, it } from "vitest";
import { computeSetOf } from "#data/build/compute-set.ts";
import { storedPartsOf } from "#data/build/stored-set.ts";
import { restored } from "#data/stored-set.ts";
import { evidence } from "./files.ts";

const full = evidence();
const computeSet = computeSetOf(full);
const stored = storedPartsOf(computeSet, full.cohorts);

describe("the compute set as it is stored", () => {
  it("is restored to the last field, overlaps with networks included", () => {
    const { set, realWorld } = JSON.parse(JSON.stringify(stored)) as typeof stored;
    expect(restored(set, realWorld)).toEqual(computeSet);
  });

  it("holds every trial without its second part, and of each other series its name", () => {
    const { cohorts } = restored(stored.set);
    const isTrial = ({ evidence }: (typeof cohorts)[number]) => evidence === "trial";
    expect(cohorts.filter(isTrial)).toEqual(computeSet.cohorts.filter(isTrial));
    expect(cohorts.map(({ id, label }) => [id, label])).toEqual(
      computeSet.cohorts.map(({ id, label }) => [id, label]),
    );
  });

  it("is less than two thirds as long", () => {
    const length = (value: unknown) => JSON.stringify(value).length;
    expect(length(stored)).toBeLessThan((2 / 3) * length(computeSet));
  });
});
