/**
 * Tests that a resource is described whole or not at all. `test/approved/v1.txt` holds what is documented, and
 * `every-resource.test.ts` tests what is answered.
 */
import * as v from "valibot";
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { described, namedObject } from "#data/schema/description.ts";
import { makeSingleOutcomeParser } from "#server/api/question-parsers.ts";
import { makeOperationDescription, makeResource } from "#server/api/resource.ts";

it("a resource without the meaning of a parameter or without a schema is an error", () => {
  const colours = makeResource({
    path: "/v1/colours",
    parse: makeSingleOutcomeParser(dataset.outcomes, { shade: ["light", "dark"] }),
    make: (request) => ({ asked: request }),
  });
  const example = "/v1/colours";
  const description = { id: "getMade", tag: "Evidence", summary: "", description: "" } as const;
  const describe = (more: object) => () =>
    makeOperationDescription(colours, { ...description, example, ...more });
  const schema = namedObject("Made", { of: described(v.string(), "Of whom.") });
  expect(describe({ schema })).toThrow("shade");
  expect(describe({ parameters: { shade: "How bright." } })).toThrow("no schema");
});
