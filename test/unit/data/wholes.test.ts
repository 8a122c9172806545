import { describe, expect, it } from "vitest";
import { listContainingOutcomes } from "#data/wholes.ts";
import { outcome } from "../../support/cohorts.ts";

const outcomes = [
  outcome("cr", { partOf: "vgpr" }),
  outcome("orr"),
  outcome("vgpr", { partOf: "orr" }),
];
const ids = (part: string, of = outcomes) => listContainingOutcomes(part, of).map(({ id }) => id);

describe("the wholes of an outcome", () => {
  it("are all of which it counts a part, nearest first, in whatever order they are listed", () => {
    expect(ids("cr")).toEqual(["vgpr", "orr"]);
    expect(ids("cr", outcomes.toReversed())).toEqual(["vgpr", "orr"]);
    expect(ids("orr")).toEqual([]);
  });

  it("are none of what is not known, and end where outcomes are part of each other", () => {
    expect(ids("unknown")).toEqual([]);
    expect(ids("lost", [outcome("lost", { partOf: "unknown" })])).toEqual([]);
    const round = [outcome("a", { partOf: "b" }), outcome("b", { partOf: "a" })];
    expect(ids("a", round)).toEqual(["b", "a"]);
  });
});
