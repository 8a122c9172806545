import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { published } from "#data/generated/collections.ts";
import { getJson } from "../support/json.ts";

interface Answer {
  dataVersion: string;
  published: { id: string; href: string | null; results: unknown[] }[];
}

it("what meta-analyses printed comes with the address of each", async () => {
  const answer = (await getJson("/v1/published")) as Answer;
  expect(answer.dataVersion).toBe(dataset.dataVersion);
  expect(answer.published.map(({ id }) => id)).toEqual(published.map(({ id }) => id));
  const roex = answer.published.find(({ id }) => id === "roex-2020");
  expect(roex?.href).toBe("https://doi.org/10.1186/s13045-020-01001-1");
  expect(roex?.results.length).toBeGreaterThan(20);
});
