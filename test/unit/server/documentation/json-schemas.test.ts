import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { described, namedObject } from "#data/schema/description.ts";
import { convertToJsonSchemas } from "#server/documentation/json-schemas.ts";

const side = namedObject("Side", { n: described(v.number(), "Patients.") });

describe("schemas with a name", () => {
  it("stand once, before their parts, and are referred to with what the field means", () => {
    const whole = namedObject("Whole", {
      first: described(side, "The first."),
      others: described(v.array(side), "The others."),
      best: described(v.nullable(side), "`null` without one."),
    });
    const schemas = convertToJsonSchemas([whole]);
    expect(Object.keys(schemas)).toEqual(["Whole", "Side"]);
    const $ref = "#/components/schemas/Side";
    expect(schemas.Whole?.properties).toEqual({
      first: { $ref, description: "The first." },
      others: { type: "array", items: { $ref }, description: "The others." },
      best: { anyOf: [{ $ref }, { type: "null" }], description: "`null` without one." },
    });
    expect(schemas.Side?.properties).toEqual({ n: { type: "number", description: "Patients." } });
  });

  it("have it alone", () => {
    const namesake = namedObject("Side", { n: described(v.string(), "Patients.") });
    const whole = namedObject("Whole", {
      one: described(side, "One."),
      two: described(namesake, "Two."),
    });
    expect(() => convertToJsonSchemas([whole])).toThrow("two schemas are called Side");
  });
});
