/** `GET /v1/reproduce.R`: an answer as a script that refits it, for statisticians. */
import { catalogue } from "#presentation/words/catalogue.ts";
import { reproduceR } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { question } from "../documentation/resource-parameters.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";

export const routes: Routes = {
  "/v1/reproduce.R": (context) => {
    const { query, canonical, problems } = readQuestion(context.req.url);
    if (problems) return queryProblemResponse(problems);
    return cacheable(context, {
      resource: `reproduce.R?${canonical}`,
      isAnswer: true,
      form: "text",
      make: (ask) => reproduceR(query, catalogue, canonical, ask),
      headers: { "content-disposition": 'attachment; filename="myeloma-compare.R"' },
    });
  },
};

export const operations = (): readonly Described[] => [
  {
    id: "getReproduction",
    path: "/v1/reproduce.R",
    tag: "Compare",
    summary: "The same comparison as an R script that refits it",
    description:
      "Every count of the answer with its source, the models (base R alone for the default one, metafor for the others, `glmm` also lme4), and the rates and differences that were served. Run, it prints each served beside the one found, and ends with 1 if one differs.",
    parameters: question,
    texts: ["text/plain"],
  },
];
