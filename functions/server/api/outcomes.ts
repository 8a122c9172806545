/** `GET /v1/outcomes`: the vocabulary of outcomes. */
import * as v from "valibot";
import { dataset } from "#core/dataset.ts";
import { reportedBy } from "#core/evidence/reported-by.ts";
import { described, listOf, named } from "#data/schema/described.ts";
import { outcomeSchema } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { type Constants, constantRoute } from "../answers/constant-answer.ts";
import type { Described } from "../documentation/described.ts";
import type { Routes } from "../http/route.ts";

const list = { resource: "outcomes" };

export const routes: Routes = { "/v1/outcomes": constantRoute(list) };

export function constants(): Constants {
  const { dataVersion } = dataset;
  const ids = new Set(dataset.outcomes.map(({ id }) => id));
  const outcomes = dataset.outcomes.map((outcome) => ({
    ...outcome,
    // A whole that stands in records only is no outcome to ask for.
    partOf: outcome.partOf !== null && ids.has(outcome.partOf) ? outcome.partOf : null,
    reportedBy: reportedBy(outcome.id, dataset),
  }));
  return [[list, JSON.stringify({ dataVersion, outcomes })]];
}

export function outcomeListSchema() {
  return named("OutcomeList", {
    dataVersion: described(v.string(), "Changes with the data only."),
    outcomes: listOf(
      named("ComparedOutcome", {
        ...outcomeSchema.entries,
        reportedBy: listOf(
          v.picklist(therapyClasses),
          "Classes of which a cohort reports it. What one alone reports is never compared.",
        ),
      }),
      "Outcomes that a question can ask for.",
    ),
  });
}

export const operations = (): readonly Described[] => [
  {
    id: "getOutcomes",
    path: "/v1/outcomes",
    tag: "Evidence",
    summary: "What is compared",
    description:
      "Every outcome with its definition, group and direction, and the classes that report it.",
    json: outcomeListSchema(),
  },
];
