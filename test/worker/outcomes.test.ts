import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { getJson } from "../support/json.ts";

it("the vocabulary of outcomes is that of the data", async () => {
  expect(await getJson("/v1/outcomes")).toEqual({
    dataVersion: dataset.dataVersion,
    outcomes: dataset.outcomes,
  });
});
