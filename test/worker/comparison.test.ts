/** A comparison as it is sent: by workerd as by any other place, at one address. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { asked } from "#core/question/read-question.ts";
import { apiAnswer } from "../support/api-answer.ts";
import { getJson } from "../support/json.ts";
import { request } from "../support/request.ts";

it.each([
  ...dataset.presets.map(({ query }) => canonicalQuery(query, dataset)),
  "age=60-65&product=ide-cel",
])("the answer to “%s” is what the same code makes outside of workerd", async (text) => {
  const served = (await request(`/v1/comparison?${text}`)).text;
  expect(JSON.parse(served)).toEqual(apiAnswer(asked(text, dataset)));
});

it("an answer names the address that gives it", async () => {
  const answer = await getJson<{ href: string }>("/v1/comparison?age=60-&outcome=orr&lines=3%2B");
  expect(answer.href).toBe("/v1/comparison?outcome=orr&age=60-");
  expect(await getJson(answer.href)).toEqual(answer);
});
