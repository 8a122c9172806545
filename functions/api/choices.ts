/** `GET /v1/choices`: what a next question can be, and the cohorts each would leave. */
import { Hono } from "hono";
import { choices } from "../comparison/choices.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { queryProblemResponse } from "../problem.ts";
import { readQuestion } from "../read-question.ts";
import { cacheableJson } from "./json.ts";

export const nextChoices = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, problems } = readQuestion(context.req.url);
  if (problems) return queryProblemResponse(problems);
  return cacheableJson(context, `choices?${canonical}`, () => choices(query, dataset));
});
