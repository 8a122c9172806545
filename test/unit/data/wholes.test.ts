import { describe, expect, it } from "vitest";
import { makeShortNamesUnlikeSlug } from "#data/product-names.ts";
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

/** Tests which products have a name of their own in texts. */

it("a short name is the slug of the field, or the name as it is written", () => {
  const products = [
    { slug: "betamab", name: "betamab" },
    { slug: "gammamab", name: "gammamab (GM-1)" },
    { slug: "xyz-1-with", name: "XYZ-1 with another drug" },
    { slug: "a-cel-or-betamab", name: "alpha or beta", contains: ["a-cel", "betamab"] },
  ];
  const names = makeShortNamesUnlikeSlug(products.map((product) => ({ contains: [], ...product })));
  expect(names).toEqual({ "xyz-1-with": "XYZ-1 with another drug" });
});
