/** `GET /v1/choices`: the choices for the next question, and the cohorts that each leaves. */
import * as v from "valibot";
import { selectionSchema } from "#core/comparison/answer-schema.ts";
import { byClass, therapyClassSchema } from "#core/comparison/schema-parts.ts";
import { described, ifGiven, named } from "#data/schema/described.ts";
import { choicesJson } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { question } from "../documentation/resource-parameters.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { asked } from "./schemas/question.ts";

export const routes: Routes = {
  "/v1/choices": (context) => {
    const { query, canonical, problems } = readQuestion(context.req.url);
    if (problems) return queryProblemResponse(problems);
    return cacheable(context, {
      resource: `choices?${canonical}`,
      form: "json",
      isAnswer: true,
      make: () => choicesJson(query, canonical),
    });
  },
};

export function choicesSchema() {
  const choiceSchema = named("Choice", {
    value: described(v.string(), "The value."),
    label: ifGiven(v.string(), "Only where the evidence itself names it."),
    therapyClass: ifGiven(therapyClassSchema, "Only of a product: its class."),
    query: described(v.string(), "The question with this value, as canonical text."),
    selected: described(v.boolean(), "Whether it is what was asked."),
    cohorts: described(
      byClass(v.number()),
      "Number of cohorts of each class then; of a value ticked beside others, what it stands for alone.",
    ),
  });

  return named("Choices", {
    ...asked,
    reset: selectionSchema.entries.reset,
    rangesKnown: described(
      v.strictObject({
        cohorts: described(v.number(), "Number of cohorts the question selects."),
        "patient-age": described(v.number(), "Of how many the ages of the patients are known."),
        "patient-prior-lines": described(v.number(), "Of how many the numbers of prior lines are."),
      }),
      "What is known of the patients of the cohorts: which of them enrolled such patients as one rests on it.",
    ),
    medians: described(
      v.strictObject({
        age: described(byClass(v.array(v.number())), "Median ages."),
        "prior-lines": described(byClass(v.array(v.number())), "Median prior lines."),
      }),
      "Medians of the cohorts that all filters but this one leave.",
    ),
    choices: described(
      v.record(v.string(), v.array(choiceSchema)),
      "Values a next question can have, by parameter; `preset` holds ready-made questions, `set` other published meta-analyses.",
    ),
  });
}

export const operations = (): readonly Described[] => [
  {
    id: "getChoices",
    path: "/v1/choices",
    tag: "Compare",
    summary: "What a next question can be",
    description:
      "For every filter the values worth a tap and the ready-made questions: each as a whole question, with the cohorts of each class it would leave. Nothing is pooled.",
    parameters: question,
    json: choicesSchema(),
  },
];
