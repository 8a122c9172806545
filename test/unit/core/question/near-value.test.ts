import { describe, expect, it } from "vitest";
import { findNearAllowedValue } from "#core/question/query-problem.ts";
import { outcome, product } from "../../../support/cohorts.ts";

const products = [
  product("acta-cel-or-alpha-cel", "car-t", {
    name: "alphacabtagene autoleucel or acta-cel",
    contains: ["acta-cel", "alpha-cel"],
  }),
  product("alpha-cel", "car-t", { name: "alphacabtagene autoleucel", brandNames: ["Alphakti"] }),
  product("acta-cel", "car-t", { brandNames: ["药"] }),
];
const slugs = products.map(({ slug }) => slug);
const evidence = { products, outcomes: [outcome("orr", { label: "Response" })] };

describe("the value that is meant by a wrong one", () => {
  it.each([
    // The nearest word is the shortest of those that begin alike.
    ["actacel", "acta-cel"],
    ["Alpha-Cel", "alpha-cel"],
    ["alph", "alpha-cel"],
    ["alphakti", "alpha-cel"],
    ["ALPHAKTI", "alpha-cel"],
    ["alphacabtagene", "alpha-cel"],
    ["acta-cel,alphakti", "alpha-cel"],
  ])("%s is answered with the word that is meant", (value, word) => {
    expect(findNearAllowedValue(value, slugs, evidence)).toBe(word);
  });

  it.each(["", "al", "betamab", "药房", "__proto__", "constructor"])("%j is like none", (value) => {
    expect(findNearAllowedValue(value, slugs, evidence)).toBeUndefined();
  });

  it.each(["three", "two", "anything but", "2", "-3"])(
    "%j is like no word of a letter or two",
    (value) => {
      expect(findNearAllowedValue(value, ["1", "3+", "t", "us"], evidence)).toBeUndefined();
    },
  );

  it.each(["3", "4", "12"])("of %s prior lines is the word that holds it", (value) => {
    expect(findNearAllowedValue(value, ["any", "1", "2", "3+"], evidence)).toBe("3+");
  });

  it("is the outcome of that name", () => {
    expect(findNearAllowedValue("response", ["orr", "cr"], evidence)).toBe("orr");
    expect(findNearAllowedValue("response", ["cr"], evidence)).toBeUndefined();
  });

  it("is no brand of a product that is not allowed", () => {
    expect(findNearAllowedValue("alphakti", ["acta-cel"], evidence)).toBeUndefined();
  });
});
