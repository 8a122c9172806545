/** Pools that the build made are for reading a pool by itself; whatever else is fitted as ever. */
import { expect, it } from "vitest";
import { bayesModel } from "#core/comparison/beyond.ts";
import type { Figures } from "#core/comparison/fit.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { pools } from "#data/generated/pools.ts";
import { newModels } from "#server/answers/made-pools.ts";
import { figure } from "../../../support/cohorts.ts";

/** What a pool was made of: `events/n` of each cohort. */
const counts = Object.keys(pools)
  .filter((text) => /^\d+\/\d+(,\d+\/\d+)+$/.test(text))
  .map((text): Figures => {
    const figures = text.split(",").map((pair) => {
      const [events = 0, n = 0] = pair.split("/").map(Number);
      return { ...figure("orr", events, n), events, n };
    });
    return { kind: "count", figures };
  });

const groupsOf = (a: Figures, b: Figures) => [
  { id: "a", figures: a },
  { id: "b", figures: b },
];

it("a pool that was read by itself is compared like any other", () => {
  const [a, b] = counts;
  if (!a || !b) throw new Error("the build made no pools");
  const model = newModels().model(defaultQuery);
  expect(model.pool(a).posterior).toBeNull();
  model.pool(b);
  const [first] = model.compare(groupsOf(a, b), "b", "contrast");
  const [expected] = bayesModel.compare(groupsOf(a, b), "b", "contrast");
  expect(expected?.contrast).not.toBeNull();
  expect(first?.contrast).toEqual(expected?.contrast);
});
