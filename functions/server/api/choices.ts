/** `GET /v1/choices`: every sheet of filters, with the question that each choice leads to. */
import { catalogue } from "#presentation/words/catalogue.ts";
import { sheetsJson } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { question } from "../documentation/resource-parameters.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";

export const routes: Routes = {
  "/v1/choices": (context) => {
    const { query, canonical, problems } = readQuestion(context.req.url);
    if (problems) return queryProblemResponse(problems);
    return cacheable(context, {
      resource: `choices?${canonical}`,
      form: "json",
      isAnswer: true,
      make: () => sheetsJson(query, catalogue, canonical),
    });
  },
};

export const operations = (): readonly Described[] => [
  {
    id: "getChoices",
    path: "/v1/choices",
    tag: "Compare",
    summary: "The filters of a question, with the choices that lead to another",
    description:
      "In words, as the element draws them: each choice as a whole question, with the cohorts of each class that it would leave, and of a range the medians that it can hold. With `answerVersion`. Within a major version fields are added and none is changed.",
    parameters: question,
    json: "object",
  },
];
