import { describe, expect, it, vi } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { makeSeparateGroupsModel } from "#core/answer/fit.ts";
import { makeFrequentistModel } from "#core/answer/frequentist-models.ts";
import { bayesFitting, bayesModel, models } from "#core/answer/models.ts";
import { addDifferenceCache, addFitCache, cachedModels } from "#core/cache/cached-models.ts";
import { makeLruCacheByTotalSize } from "#core/cache/memo.ts";
import { dataset } from "#core/dataset.ts";
import { queryOf } from "../../../support/queries.ts";
import { countsOf } from "../answer/entries.ts";

describe("a model with a cache", () => {
  const model = makeSeparateGroupsModel(addFitCache(bayesFitting, "bayes"));

  it("fits the same figures once", () => {
    const first = model.pool(countsOf("8/10 30/40"));
    expect(model.pool(countsOf("8/10 30/40"))).toBe(first);
    expect(first).toEqual(bayesModel.pool(countsOf("8/10 30/40")));
  });

  it("does not take a fit without its heterogeneity for one with it", () => {
    const settings = { model: "reml", interval: "t" } as const;
    const cached = makeFrequentistModel(settings, bayesFitting, (fitting) =>
      addFitCache(fitting, "reml,t"),
    );
    const groups = [{ id: "a", figures: countsOf("8/10 20/40 3/9") }];
    cached.compare(groups, "a", "contrast");
    expect(cached.compare(groups, "a")).toEqual(
      makeFrequentistModel(settings, bayesFitting).compare(groups, "a"),
    );
  });
});

it("a difference is computed once, and again when its ratio is first read after that", () => {
  const difference = vi.fn(bayesModel.difference);
  const model = addDifferenceCache({ ...bayesModel, difference }, "counted");
  const of = (id: string, counts: string) => ({ id, figures: countsOf(counts) });
  const groups = [of("a", "8/10 30/40"), of("b", "3/10 9/40")];
  const [first, second] = [1, 2].map(() => model.difference(groups, "b"));
  expect(difference).toHaveBeenCalledTimes(1);
  const expected = { ...bayesModel.difference(groups, "b") };
  expect([second?.ratio, first?.ratio]).toEqual([expected.ratio, expected.ratio]);
  expect(expected).toMatchObject({ ...second });
  expect(difference).toHaveBeenCalledTimes(2);
});

it.each(["", "evidence=all", "age=60-", "outcome=survival", "model=glmm", "set=roex-2020", ""])(
  "answers to %s are the same, to the byte, whatever was asked before",
  (text) => {
    const query = queryOf(text, dataset);
    expect(JSON.stringify(compareClasses(query, dataset, cachedModels))).toBe(
      JSON.stringify(compareClasses(query, dataset, models)),
    );
  },
);

const texts = (most: number) => makeLruCacheByTotalSize<string>(most, ({ length }) => length);

describe("a memo", () => {
  it("gives back what it was given", () => {
    const values = texts(100);
    expect(values.get("a")).toBeUndefined();
    values.set("a", "made");
    expect(values.get("a")).toBe("made");
  });

  it("drops what was not asked for longest when it grows too large, and nothing else", () => {
    const values = texts(20);
    for (const key of "abcdefghij") values.set(key, "xx");
    values.get("a");
    values.set("k", "xx");
    const kept = [..."abcdefghijk"].filter((key) => values.get(key) !== undefined);
    expect(kept.join("")).toBe("acdefghijk");
  });

  it("counts a value that is set again once", () => {
    const values = texts(20);
    for (let again = 0; again < 20; again += 1) values.set("a", "xx");
    for (const key of "bcdefghij") values.set(key, "xx");
    expect(values.get("a")).toBe("xx");
  });

  it("does not keep a value that would push out many others", () => {
    const values = texts(100);
    values.set("a", "x".repeat(11));
    expect(values.get("a")).toBeUndefined();
  });
});
