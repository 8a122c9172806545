/** Describes `/v1/choices` and its parameters. */
import { type Described, usual } from "../../documentation/described.ts";
import { question } from "../../documentation/resource-parameters.ts";
import { choicesSchema } from "./schema.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getChoices",
    path: "/v1/choices",
    tag: "Compare",
    summary: "What a next question can be",
    description:
      "For every filter the values worth a tap and the ready-made questions: each as a whole question, with the cohorts of each class it would leave. Nothing is pooled.",
    parameters: question,
    json: choicesSchema,
    example: "/v1/choices?setting=early",
  },
];
