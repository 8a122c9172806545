/**
 * `GET /v1/published`: results of published meta-analyses, next to the results of the same question
 * here.
 */
import { Hono } from "hono";
import { constantAnswer } from "../../answers/constant-answer.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";

const published = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) => constantAnswer(context, { resource: "published" }));

export const routes = { "/v1/published": published };
