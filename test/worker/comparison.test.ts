/** What workerd computes is what any other place computes. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { askBuilt } from "../support/built-app.ts";
import { getJson } from "../support/json.ts";
import { request } from "../support/request.ts";

it.each([
  ...dataset.presets.map(({ query }) => `/v1/comparison?${canonicalQuery(query, dataset)}`),
  "/v1/comparison?age=60-65&product=ide-cel",
  "/v1/choices?set=roex-2020&age=60-",
  "/v1/screen?compare=product&outcome=orr",
  "/v1/meta-regression?outcome=orr&moderator=prior-lines&model=glmm",
])("%s has the same text", async (address) => {
  expect((await request(address)).text).toBe(await (await askBuilt(address)).text());
});

it("an answer names the address that gives it", async () => {
  const answer = await getJson<{ href: string }>("/v1/comparison?age=60-&outcome=orr&lines=3%2B");
  expect(answer.href).toBe("/v1/comparison?outcome=orr&age=60-");
  expect(await getJson(answer.href)).toEqual(answer);
});
