/** `GET /v1/outcomes`: the vocabulary of outcomes. */
import { Hono } from "hono";
import { constantAnswer } from "../../answers/constant-answer.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";

const outcomes = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) => constantAnswer(context, { resource: "outcomes" }));

export const routes = { "/v1/outcomes": outcomes };
