/**
 * `GET /v1/choices`: the choices for the next question, and the number of cohorts that each leaves.
 */
import { Hono } from "hono";
import { choicesJson } from "../../answers/answers.ts";
import { jsonAnswer } from "../../answers/cacheable-json.ts";
import { readQuestion } from "../../answers/read-question.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";

const nextChoices = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, canonical, problems } = readQuestion(context.req.url, { light: true });
  if (problems) return queryProblemResponse(problems);
  return jsonAnswer(context, `choices?${canonical}`, () => choicesJson(query, canonical), {
    light: true,
  });
});

export const routes = {
  "/v1/choices": nextChoices,
};
