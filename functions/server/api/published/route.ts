/** `GET /v1/published`: what published meta-analyses found, beside what the same question gives here. */
import { Hono } from "hono";
import { constantAnswer } from "../../answers/constant-answer.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";

const published = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) => constantAnswer(context, { resource: "published" }));

export const routes = { "/v1/published": published };
