import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { fieldNames, vocabulary } from "#core/question/parameter-values.ts";
import { parameters } from "#core/question/parameters.ts";
import { asked } from "../../../support/queries.ts";

describe("the vocabulary", () => {
  it("has words for every field", () => {
    const words = vocabulary(dataset);
    expect(Object.keys(words)).toEqual(fieldNames);
    for (const name of fieldNames) expect(words[name].length).toBeGreaterThan(0);
  });

  it("offers no value that is refused", () => {
    const words = vocabulary(dataset);
    for (const name of parameterNames) {
      for (const value of words[name])
        expect(() => asked(`${name}=${value}`, dataset)).not.toThrow();
    }
  });

  it("is kebab-case throughout, with a plus for so many and more", () => {
    const words = vocabulary(dataset);
    for (const name of fieldNames.filter((one) => parameters[one].form !== "range")) {
      for (const value of words[name]) expect(value).toMatch(/^[a-z0-9]+(?:[.:-][a-z0-9]+)*\+?$/);
    }
  });
});
