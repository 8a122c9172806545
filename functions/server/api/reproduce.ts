import { renderRScriptForQuestion } from "../answers/render/answers.ts";
import { makeQuestionParser } from "./question-parsers.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

export const reproduction = makeResource({
  path: "/v1/reproduce.R",
  parse: makeQuestionParser(),
  forms: ["text"],
  isAnswer: true,
  make: ({ query, canonical }, { ask }) => renderRScriptForQuestion(query, canonical, ask),
  headers: () => ({ "content-disposition": 'attachment; filename="myeloma-compare.R"' }),
});

export const listOperationDescriptions = () => [
  makeOperationDescription(reproduction, {
    id: "getReproduction",
    tag: "Compare",
    summary: "The same comparison as an R script that refits it",
    description:
      "Every count of the answer with its source, what each sensitivity analysis changes in the counts, the models (base R alone for the default one, metafor for the others, `glmm` also lme4), and the rates, differences, analyses and statuses that were served. Run, it prints each served beside the one found, and ends with 1 if one differs. Which trials an analysis counts is taken as it is; without metafor and lme4 the analyses by another model and at equal age are left out, which it says.",
    example: "/v1/reproduce.R?outcome=orr",
  }),
];
