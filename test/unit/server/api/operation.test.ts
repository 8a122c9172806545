/**
 * Tests that a resource is documented by what it takes, and is none without. `every-resource.test.ts` tests what it
 * answers.
 */
import * as v from "valibot";
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { described, namedObject } from "#data/schema/description.ts";
import { makeSingleOutcomeParser } from "#server/api/question-parsers.ts";
import { makeOperationDescription, makeResource } from "#server/api/resource.ts";

it("a resource is documented by what it takes", () => {
  const colours = makeResource({
    path: "/v1/colours",
    parse: makeSingleOutcomeParser(dataset.outcomes, { shade: ["light", "dark"], hue: ["red"] }),
    make: (request) => ({ asked: request }),
  });
  const description = { id: "getMade", tag: "Evidence", summary: "", description: "" } as const;
  const example = "/v1/colours";
  const schema = namedObject("Made", { of: described(v.string(), "Of whom.") });
  const parameters = { shade: "How bright.", hue: "Which." };
  const documented = makeOperationDescription(colours, {
    ...description,
    example,
    schema,
    parameters,
  });
  expect(documented.statuses).toEqual([400]);
  expect(documented.parameters.slice(0, 2)).toMatchObject([
    { name: "shade", description: "How bright.", schema: { enum: ["light", "dark"] } },
    { name: "hue", description: "Which.", schema: { enum: ["red"] } },
  ]);
  expect(() => makeOperationDescription(colours, { ...description, example, schema })).toThrow(
    "shade",
  );
  expect(() => makeOperationDescription(colours, { ...description, example, parameters })).toThrow(
    "no schema",
  );
});
