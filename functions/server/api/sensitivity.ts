/** `GET /v1/sensitivity`: how much one outcome of an answer depends on each decision behind it. */
import { sensitivityEntries } from "#core/comparison/sensitivity/schema.ts";
import { dataset } from "#core/dataset.ts";
import { named } from "#data/schema/described.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sensitivityJson } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { oneOutcome } from "../answers/one-outcome.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { questionAbout } from "../documentation/resource-parameters.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { asked } from "./schemas/question.ts";

export const routes: Routes = {
  "/v1/sensitivity": (context) => {
    const { query, canonical, problems } = readQuestion(context.req.url, { onlyClasses: true });
    if (problems) return queryProblemResponse(problems);
    const { outcome, problem } = oneOutcome(query, dataset.outcomes);
    if (problem) return queryProblemResponse([problem]);
    return cacheable(context, {
      resource: `sensitivity?${canonical}`,
      form: "json",
      isAnswer: true,
      make: () => sensitivityJson(query, canonical, outcome, catalogue),
    });
  },
};

export const operations = (): readonly Described[] => [
  {
    id: "getSensitivity",
    path: "/v1/sensitivity",
    tag: "Compare",
    summary: "How far one outcome depends on each decision behind it",
    description:
      "The whole question asked again by other rules, with other priors, by other models and without each cohort: which of these checks keep the finding and which lose it.",
    parameters: questionAbout(dataset.outcomes),
    json: named("Sensitivity", { ...asked, ...sensitivityEntries }),
  },
];
