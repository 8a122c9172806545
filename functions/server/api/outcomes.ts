/** Serves `GET /v1/outcomes`: the vocabulary of outcomes. */
import * as v from "valibot";
import { answerStamp } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { listReportingClasses } from "#core/evidence/dataset.ts";
import { listOf, namedObject } from "#data/schema/description.ts";
import { outcomeSchema } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

export const outcomes = makeResource({ path: "/v1/outcomes", constant: true });

function listComparedOutcomes() {
  const ids = new Set(dataset.outcomes.map(({ id }) => id));
  return dataset.outcomes.map((outcome) => ({
    ...outcome,
    // `partOf` is `null` if only records have the whole outcome, because a question cannot ask for it.
    partOf: outcome.partOf !== null && ids.has(outcome.partOf) ? outcome.partOf : null,
    reportedBy: listReportingClasses(outcome.id, dataset),
  }));
}

export const listOperationDescriptions = () => [
  makeOperationDescription(outcomes, {
    id: "getOutcomes",
    tag: "Evidence",
    summary: "What is compared",
    description:
      "Every outcome with its definition, group and direction, of harms also the group by time, and the classes that report it.",
    schema: namedObject("OutcomeList", {
      dataVersion: answerStamp.dataVersion,
      outcomes: listOf(
        namedObject("ComparedOutcome", {
          ...outcomeSchema.entries,
          reportedBy: listOf(
            v.picklist(therapyClasses),
            "Classes of which a cohort reports it. What one alone reports is never compared.",
          ),
        }),
        "Outcomes that a question can ask for.",
      ),
    }),
    example: "/v1/outcomes",
    make: () => ({ dataVersion: dataset.dataVersion, outcomes: listComparedOutcomes() }),
  }),
];
