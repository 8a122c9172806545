import { makeViewAddress } from "#presentation/views/format.ts";
import { renderFilterSheetsJson } from "../answers/render/answers.ts";
import { makeViewParser } from "./question-parsers.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";
import { formatMeaning, ofElement } from "./screen.ts";

export const choices = makeResource({
  path: "/v1/choices",
  parse: makeViewParser(),
  isAnswer: true,
  make: ({ query, canonical }) => renderFilterSheetsJson(query, canonical),
});

export const listOperationDescriptions = () => [
  makeOperationDescription(choices, {
    id: "getChoices",
    tag: "Compare",
    summary: "The filters of a question, with the choices that lead to another",
    description: `In words, as the element draws them: each choice as a whole question, with the cohorts of each class that it would leave, and of a range the medians that it can hold. ${ofElement}`,
    parameters: formatMeaning,
    schema: "object",
    example: makeViewAddress("/v1/choices", "lines=2"),
  }),
];
