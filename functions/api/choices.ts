/** `GET /v1/choices`: what a next question can be, and the cohorts each would leave. */
import { Hono } from "hono";
import type { HonoEnvironment } from "../environment.ts";
import { queryProblemResponse } from "../problem.ts";
import { readQuestion } from "../read-question.ts";
import { choicesJson } from "./answers.ts";
import { jsonAnswer } from "./json.ts";

export const nextChoices = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, problems } = readQuestion(context.req.url);
  if (problems) return queryProblemResponse(problems);
  return jsonAnswer(context, `choices?${canonical}`, () => choicesJson(query));
});
