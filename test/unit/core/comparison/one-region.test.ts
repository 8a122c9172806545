import { describe, expect, it } from "vitest";
import { oneRegion } from "#core/comparison/answer-cautions.ts";
import type { Entry } from "#core/evidence/gather.ts";
import { entry } from "../../../support/answers.ts";
import { datasetOf, product } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

const dataset = datasetOf([]);

function ofProduct(slug: string): Entry {
  return entry({ id: `of-${slug}`, product: slug });
}

/** Each region with its products, if these are pooled. */
function said(approvals: Readonly<Record<string, string[]>>, question = "") {
  const products = Object.entries(approvals).map(([slug, approvedIn]) =>
    product(slug, "car-t", { approvedIn: approvedIn as ("us" | "eu" | "cn" | "hk" | "mo")[] }),
  );
  const entries = products.flatMap(({ slug }) => [ofProduct(slug), ofProduct(slug)]);
  return oneRegion(asked(question, dataset), entries, products).map(
    ({ region, products: own }) => `${region}: ${own.join(", ")}`,
  );
}

describe("products of one region only", () => {
  it("are named with it, each once", () => {
    expect(said({ "a-cel": ["cn"], "b-cel": ["us", "eu"], "c-cel": ["cn"] })).toEqual([
      "cn: a-cel, c-cel",
    ]);
  });

  it("are named region by region", () => {
    expect(said({ "a-cel": ["cn"], "b-cel": ["us"] })).toEqual(["cn: a-cel", "us: b-cel"]);
  });

  it("may be approved in a part of it, too", () => {
    expect(said({ "a-cel": ["cn", "hk", "mo"] })).toEqual(["cn: a-cel"]);
    expect(said({ "a-cel": ["us", "hk"] })).toEqual(["us: a-cel"]);
  });

  it("are not those that no region has approved", () => {
    expect(said({ "a-cel": [] })).toEqual([]);
  });

  it("are no news if the question names a region or admits products in development", () => {
    expect(said({ "a-cel": ["cn"] }, "availability=cn")).toEqual([]);
    expect(said({ "a-cel": ["cn"] }, "availability=any")).toEqual([]);
  });

  it("are named only if they are pooled", () => {
    const products = [product("a-cel", "car-t", { approvedIn: ["cn"] })];
    expect(oneRegion(asked("", dataset), [ofProduct("b-cel")], products)).toEqual([]);
  });
});
