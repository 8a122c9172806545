import { renderFilterSheetsJson } from "../answers/render/answers.ts";
import { makeQuestionParser } from "./question-parsers.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

export const choices = makeResource({
  path: "/v1/choices",
  parse: makeQuestionParser(),
  isAnswer: true,
  make: ({ query, canonical }) => renderFilterSheetsJson(query, canonical),
});

export const listOperationDescriptions = () => [
  makeOperationDescription(choices, {
    id: "getChoices",
    tag: "Compare",
    summary: "The filters of a question, with the choices that lead to another",
    description:
      "In words, as the element draws them: each choice as a whole question, with the cohorts of each class that it would leave, and of a range the medians that it can hold. With `answerVersion`. Within a major version fields are added and none is changed.",
    schema: "object",
    example: "/v1/choices?lines=2",
  }),
];
