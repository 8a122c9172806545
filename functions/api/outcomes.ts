/** `GET /v1/outcomes`: the vocabulary of outcomes. */
import { Hono } from "hono";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { cacheableJson } from "./json.ts";
import { noParameters } from "./no-parameters.ts";

export const outcomes = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) =>
  cacheableJson(context, "outcomes", () => ({
    dataVersion: dataset.dataVersion,
    outcomes: dataset.outcomes,
  })),
);
