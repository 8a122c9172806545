/** `GET /v1/outcomes`: the vocabulary of outcomes. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { cacheableJson } from "../../answers/cacheable-json.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";

const outcomes = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) =>
  cacheableJson(context, "outcomes", () => ({
    dataVersion: dataset.dataVersion,
    outcomes: dataset.outcomes,
  })),
);

export const routes = {
  "/v1/outcomes": outcomes,
};
