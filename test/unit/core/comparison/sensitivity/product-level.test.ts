import { describe, expect, it } from "vitest";
import { models } from "#core/comparison/models.ts";
import { sensitivity } from "#core/comparison/sensitivity/sensitivity.ts";
import { sensitivityWithWords } from "#presentation/words/analyses-with-words.ts";
import { catalogue } from "#words/catalogue.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  landmark,
  orr,
  pfs,
  product,
} from "../../../../support/cohorts.ts";
import { asked } from "../../../../support/queries.ts";

const counted = (events: number, n: number) => ({ n, figures: [figure("orr", events, n)] });
const products = [
  product("alpha-cel", "car-t"),
  product("gamma-cel", "car-t"),
  product("alpha-or-gamma-cel", "car-t", { contains: ["alpha-cel", "gamma-cel"] }),
  product("betamab", "bsab"),
  product("deltamab", "bsab"),
];
const cohorts = [
  cohort("a1", counted(94, 97)),
  cohort("a2", counted(43, 48)),
  cohort("g1", { product: "gamma-cel", ...counted(94, 128) }),
  bispecific("b1", counted(104, 165)),
  bispecific("b2", counted(40, 52)),
  bispecific("d1", { product: "deltamab", ...counted(83, 117) }),
];
const dataset = datasetOf(cohorts, { products });
const levelOf = (data: typeof dataset, text = "", outcome = orr) =>
  sensitivity(asked(text, data), outcome, data, models);

describe("an outcome with products as a level of the model", () => {
  const { productLevel } = levelOf(dataset);

  it("averages the products in the answer and pulls each towards the others", () => {
    const { products: own = [], mean, mu } = productLevel?.pools["car-t"] ?? {};
    expect(own.map(({ product: slug, k }) => [slug, k])).toEqual([
      ["alpha-cel", 2],
      ["gamma-cel", 1],
    ]);
    const [alpha, gamma] = own;
    expect(alpha?.estimate).toBeLessThan(137 / 145);
    expect(gamma?.estimate).toBeGreaterThan(94 / 128);
    expect(mean?.estimate).toBeCloseTo(((alpha?.estimate ?? 0) + (gamma?.estimate ?? 0)) / 2, 1);
    const width = ([low, high]: readonly number[] = []) => (high ?? 0) - (low ?? 0);
    expect(width(mu?.interval)).toBeGreaterThan(width(mean?.interval));
  });

  it("contrasts the means, with a verdict on the finding of the answer", () => {
    const { pools, contrast } = productLevel ?? {};
    const difference = (pools?.["car-t"]?.mean?.estimate ?? 0) - (pools?.bsab?.mean?.estimate ?? 0);
    expect(contrast?.differencePer100).toBeGreaterThan(100 * difference - 2);
    expect(contrast?.differencePer100).toBeLessThan(100 * difference + 2);
    expect(contrast?.verdict).toMatch(/^(kept|lost)$/);
  });

  it("counts cohorts of products that were not told apart for μ alone", () => {
    const mixed = cohort("m1", { product: "alpha-or-gamma-cel", ...counted(60, 90) });
    const data = datasetOf([...cohorts, mixed], { products });
    const pool = levelOf(data).productLevel?.pools["car-t"];
    expect(pool?.k).toBe(4);
    expect(pool?.products).toHaveLength(2);
    expect(pool?.mu.estimate).toBeLessThan(productLevel?.pools["car-t"]?.mu.estimate ?? 0);
  });

  it("is the default model's alone", () => {
    expect(levelOf(dataset, "model=glmm").productLevel).toBeNull();
  });

  it("pools survival, too, and says so where there is no contrast", () => {
    const surviving = cohorts
      .filter(({ therapyClass }) => therapyClass === "bsab")
      .map((one, i) => ({ ...one, landmarks: [landmark("pfs-12", 0.5 + i / 20)] }));
    const data = datasetOf(surviving, { products });
    const coded = levelOf(data, "", pfs);
    expect(coded.productLevel?.pools["car-t"]).toBeNull();
    expect(coded.productLevel?.contrast).toBeNull();
    expect(sensitivityWithWords(coded, pfs, catalogue).productLevel?.text).toBe(
      "No difference of averages over products.",
    );
  });

  it("is said in a sentence with the number of products", () => {
    const { text } = sensitivityWithWords(levelOf(dataset), orr, catalogue).productLevel ?? {};
    expect(text).toContain("averaged over these products alone, 2 of CAR-T and 2 of bispecifics");
    expect(text).toContain("between typical products, also others");
  });
});
