/** Random requests to every resource, in workerd; `npm run fuzz` sends more of them. */
import { expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";
import { fuzz } from "../support/fuzz.ts";
import { getJson } from "../support/json.ts";

it("two thousand random requests break no rule of any answer", async () => {
  const url = inject("serverUrl");
  const { statuses, failures, sent } = await fuzz({ url, dataset, count: 2000, seed: 9457 });
  expect(failures).toEqual([]);
  expect(sent).toBeGreaterThanOrEqual(2000);
  const seen = new Set([...statuses.values()].flatMap((counts) => [...counts.keys()]));
  // Shows that the generator still produces every kind of answer.
  expect([...seen].sort()).toEqual([200, 204, 304, 400, 404, 405, 406, 414, 501]);
  const { paths } = await getJson<OpenApiDocument>("/v1/openapi.json");
  const resources = Object.keys(paths).map((path) => path.replace(/\{.*\}$/, ""));
  expect(resources.length).toBeGreaterThan(20);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining(resources));
}, 120_000);
