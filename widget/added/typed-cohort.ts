/** Describes the form for counts of the reader as texts, and the content that they make. */
import {
  type AddedContent,
  type CohortTexts,
  cohortFields,
  makeAddedContent,
  type OutcomeTexts,
} from "#core/added/fields.ts";
import type { AddedChoices } from "./counts.ts";

/** Holds what the reader typed for an outcome; `n` is empty if all patients were counted. */
export type TypedCount = Omit<OutcomeTexts, "outcome">;

export interface TypedCohort extends CohortTexts {
  /** Maps the ids of outcomes to their counts. */
  readonly counts: Readonly<Record<string, TypedCount>>;
}

export const noCount: TypedCount = { events: "", n: "", grading: "", grades: "" };

export const blankCohort: TypedCohort = { ...convertContentToCohortTexts({}), counts: {} };

type Outcomes = AddedChoices["outcomes"];

/** Returns the outcomes that can occur in the class of a group; all of them while it has no class. */
export function selectClassOutcomes({ class: group }: TypedCohort, outcomes: Outcomes): Outcomes {
  return outcomes.filter(({ classes }) => group === "" || classes.some((name) => name === group));
}

/** Returns the outcomes that have events, in the order of the content. */
export function listOutcomesWithTypedCount(cohort: TypedCohort, outcomes: Outcomes): string[] {
  return selectClassOutcomes(cohort, outcomes)
    .map(({ id }) => id)
    .filter((id) => {
      const { events, n } = cohort.counts[id] ?? noCount;
      return events.trim() !== "" || n.trim() !== "";
    });
}

export function convertTypedCohortToContent(cohort: TypedCohort, outcomes: Outcomes): AddedContent {
  const counts = listOutcomesWithTypedCount(cohort, outcomes).map((outcome) => ({
    outcome,
    ...(cohort.counts[outcome] ?? noCount),
  }));
  return makeAddedContent(cohort, counts);
}

/** Returns the texts of the form for content that was read. */
export function convertContentToTypedCohort(content: AddedContent): TypedCohort {
  const outcomes: readonly unknown[] = Array.isArray(content.outcomes) ? content.outcomes : [];
  const counts = outcomes.map((counted) => {
    const { outcome, events, n, grading, grades } = counted as AddedContent;
    const count = {
      events: formatTypedValue(events),
      n: n === content.patients ? "" : formatTypedValue(n),
      grading: formatTypedValue(grading),
      grades: formatTypedValue(grades),
    };
    return [formatTypedValue(outcome), count] as const;
  });
  return { ...convertContentToCohortTexts(content), counts: Object.fromEntries(counts) };
}

function convertContentToCohortTexts(content: AddedContent): CohortTexts {
  const texts = cohortFields.map((field) => [field, formatTypedValue(content[field])]);
  return Object.fromEntries(texts) as CohortTexts;
}

function formatTypedValue(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? `${value}` : "";
}
