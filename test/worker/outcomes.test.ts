import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { reportedBy } from "#core/evidence/reported-by.ts";
import { getJson } from "../support/json.ts";

it("the vocabulary of outcomes is that of the data, with the classes that report each", async () => {
  expect(await getJson("/v1/outcomes")).toEqual({
    dataVersion: dataset.dataVersion,
    outcomes: dataset.outcomes.map((outcome) => ({
      ...outcome,
      // Death of any cause stands in records only.
      partOf: outcome.partOf === "death" ? null : outcome.partOf,
      reportedBy: reportedBy(outcome.id, dataset),
    })),
  });
});
