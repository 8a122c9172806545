import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import { cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";

/** Makes the trials of a drug, of 40 patients each, from their numbers of responders. */
const trialsOf = (product: string, ...events: readonly number[]) =>
  events.map((responders, index) =>
    cohort(`${product}-${index}`, { product, n: 40, figures: [figure("orr", responders, 40)] }),
  );

const one = trialsOf("one-cel", 20);
const two = trialsOf("two-cel", 20, 30);
const three = trialsOf("three-cel", 20, 30, 25);

function rowOf(cohorts: readonly ReturnType<typeof cohort>[], over: Partial<Query>) {
  const query = widestBut({ outcome: ["orr"], ...over });
  const [row] = answerQuestion(
    query,
    datasetOf([...cohorts], { outcomes: [orr] }),
    models,
  ).outcomes;
  if (!row) throw new Error("no row");
  return row;
}

describe("a drug in the number of its class", () => {
  const products = rowOf([...one, ...two, ...three], {}).pools["car-t"]?.products ?? [];
  const drug = (slug: string) => products.find(({ product }) => product === slug);

  it("of one trial has its rate, of two none, of three a pool", () => {
    expect(drug("one-cel")).toMatchObject({ k: 1, events: 20, n: 40, estimate: 0.5 });
    expect(drug("two-cel")).toMatchObject({
      ...{ k: 2, events: 50, n: 80 },
      ...{ estimate: null, interval: null },
    });
    expect(drug("three-cel")).toMatchObject({ k: 3, events: 75, n: 120 });
    expect(drug("three-cel")?.estimate).toBeCloseTo(0.62, 1);
  });

  it("of two trials leaves the class its number, also as the only drug", () => {
    const pool = rowOf(two, {}).pools["car-t"];
    expect(pool).toMatchObject({ k: 2, status: "ok" });
    expect(pool?.estimate).toBeCloseTo(0.62, 1);
    expect(pool?.products).toMatchObject([{ product: "two-cel", estimate: null }]);
  });

  it("of two parts of one trial has the rate of that trial", () => {
    const parts = two.map((part) => ({ ...part, trial: "NCT1" }));
    const [part] = rowOf([...parts, ...one], {}).pools["car-t"]?.products ?? [];
    expect(part).toMatchObject({ product: "two-cel", k: 1, estimate: 50 / 80 });
  });

  it("of two trials, of which one has fewer than 30 patients, has the rate of the larger", () => {
    const small = cohort("two-cel-small", { product: "two-cel", figures: [figure("orr", 5, 10)] });
    const drugs = rowOf([...two.slice(0, 1), small, ...one], {}).pools["car-t"]?.products ?? [];
    expect(drugs.find(({ product }) => product === "two-cel")).toMatchObject({
      ...{ k: 1, estimate: 0.5, smallTrials: ["two-cel-small"] },
    });
  });
});

describe("drugs side by side", () => {
  const more = trialsOf("more-cel", 22, 28, 33, 35);
  const row = rowOf([...one, ...two, ...three, ...more], { compare: "product" });

  it("have a number of one trial or of three, and of two each trial", () => {
    expect(row.pools["two-cel"]).toMatchObject({
      ...{ status: "by-trial", k: 2, events: 50, n: 80 },
      ...{ estimate: null, interval: null, predictionInterval: null, tau: null },
    });
    expect(row.pools["two-cel"]?.studies.map(({ estimate }) => estimate)).toEqual([0.5, 0.75]);
    expect(row.pools["one-cel"]).toMatchObject({ status: "one-trial", estimate: 0.5 });
    expect(row.pools["three-cel"]).toMatchObject({ status: "ok", k: 3 });
  });

  it("are contrasted from three trials on", () => {
    expect(row.contrasts.map(({ group, status }) => `${group} ${status}`).sort()).toEqual([
      "one-cel one-trial",
      "three-cel ok",
      "two-cel two-trials",
    ]);
    const [withNumber] = row.contrasts.filter(({ status }) => status === "ok");
    expect(withNumber?.differencePer100).not.toBeNull();
  });
});

describe("a published set", () => {
  it("keeps the number of two trials of a drug, as it was published", () => {
    const set = rowOf([...two, ...one], { set: "roex-2020" }).pools["car-t"];
    expect(set?.products.find(({ product }) => product === "two-cel")?.estimate).not.toBeNull();
  });
});
