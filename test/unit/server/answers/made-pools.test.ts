import { describe, expect, it } from "vitest";
import { compare } from "#core/comparison/compare.ts";
import { type Figures, noFit } from "#core/comparison/fit.ts";
import { type Models, models } from "#core/comparison/models.ts";
import { dataset } from "#core/dataset.ts";
import { pools } from "#data/generated/pools.ts";
import { newModels } from "#server/answers/made-pools.ts";
import { figure } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";
import { sampled } from "../../../support/sample.ts";

/** Each pools again, in another place of the answer, what the one before pooled. */
const questions = [
  "emd=0-20",
  "availability=us",
  "compare=product",
  "product=cilta-cel,teclistamab",
  "model=glmm&product=cilta-cel,teclistamab",
  "model=glmm&interval=profile",
  "model=glmm&compare=product",
  "set=vandenboom-2025",
  "",
];

const answer = (text: string, by: Models) =>
  JSON.stringify(compare(asked(text, dataset), dataset, by));

describe("the models of the Worker", () => {
  it("give the same answers in any order, to the byte, as models that know nothing", () => {
    const some = sampled(questions, 4);
    const anew = new Map(some.map((text) => [text, answer(text, models)]));
    for (const order of [some, some.toReversed()]) {
      const known = newModels();
      for (const text of order) expect(answer(text, known), text).toBe(anew.get(text));
    }
  });

  it("know pools as they are fitted anew", () => {
    const counted = Object.keys(pools).filter((key) => key.includes("/"));
    expect(counted.length).toBeGreaterThan(100);
    const [known, anew] = [newModels(), models].map(({ of }) => of(asked("", dataset)));
    for (const key of counted) {
      const figures = key.split(",").map((text) => {
        const [events = Number.NaN, n = Number.NaN] = text.split("/").map(Number);
        return { ...figure("orr", events, n), events, n };
      });
      const of: Figures = { kind: "count", figures };
      const { status, k, estimate, interval, tau } = anew?.pool(of) ?? noFit;
      expect(known?.pool(of), key).toEqual({
        ...noFit,
        ...{ status, k, estimate, interval, tau },
      });
    }
  });
});
