/** `test/approved/v1.txt` holds what the schemas become. */
import * as v from "valibot";
import { expect, it } from "vitest";
import { described, namedObject } from "#data/schema/description.ts";
import { convertToJsonSchemas } from "#server/documentation/json-schemas.ts";

it("two schemas cannot have one name", () => {
  const sideOf = (n: v.GenericSchema) => namedObject("Side", { n: described(n, "Patients.") });
  const whole = namedObject("Whole", {
    one: described(sideOf(v.number()), "One."),
    two: described(sideOf(v.string()), "Two."),
  });
  expect(() => convertToJsonSchemas([whole])).toThrow("two schemas are called Side");
});
