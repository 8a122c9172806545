/**
 * Serves `GET /v1/cohorts` and `/v1/cohorts/{id}`: every cohort, and one cohort with its sources, locators and notes.
 * One cohort is JSON, or an HTML page if `Accept` names HTML or at `/v1/cohorts/{id}.html`.
 */
import { dataset } from "#core/dataset.ts";
import { type CohortRecord, listCohortRecords } from "../answers/compute/whole-dataset.ts";
import { renderRecordPage } from "../pages/record/record-page.tsx";
import { makeOperationDescription, makeResource } from "./resource.ts";
import { cohortDetailSchema, cohortListSchema } from "./schemas/cohort.ts";

export const cohorts = makeResource({ path: "/v1/cohorts", constant: true });

const byId = new Map(dataset.cohorts.map((entry) => [entry.id, entry]));

export const cohort = makeResource({
  path: "/v1/cohorts/:id",
  member: { name: "id", noun: "cohort", listAddress: "/v1/cohorts", of: byId },
  forms: ["json", "html"],
  constant: true,
});

function listAllCohortsOmittingFigures(records: ReadonlyMap<string, CohortRecord>) {
  const months = new Set(
    dataset.outcomes.flatMap(({ id, kind }) => (kind === "landmark" ? id : [])),
  );
  return dataset.cohorts.map(({ figures, landmarks, ...entry }) => ({
    ...entry,
    phase: records.get(entry.id)?.phase ?? null,
    outcomes: [
      ...new Set([
        ...figures.map(({ outcome }) => outcome),
        // These are the months that a question can ask for.
        ...landmarks.flatMap(({ outcome }) => (months.has(outcome) ? outcome : [])),
      ]),
    ],
    href: `/v1/cohorts/${entry.id}`,
  }));
}

export function listOperationDescriptions() {
  const records = new Map(listCohortRecords().map((entry) => [entry.id, entry]));
  return [
    makeOperationDescription(cohorts, {
      id: "getCohorts",
      tag: "Evidence",
      summary: "Every cohort",
      description: "One entry for every group of patients given one product, without its figures.",
      schema: cohortListSchema,
      example: "/v1/cohorts",
      make: () => ({
        dataVersion: dataset.dataVersion,
        cohorts: listAllCohortsOmittingFigures(records),
      }),
    }),
    makeOperationDescription(cohort, {
      id: "getCohort",
      tag: "Evidence",
      summary: "One cohort with all figures",
      description:
        "Every figure with its source and locator, the patients, and what is missing. JSON, or a page to read and print with `Accept: text/html`; for links also at `/v1/cohorts/{id}.json` and `/v1/cohorts/{id}.html`.",
      parameters: { id: "Id of a cohort." },
      schema: cohortDetailSchema,
      example: `/v1/cohorts/${dataset.cohorts[0]?.id}`,
      make({ id, form }) {
        const record = records.get(id);
        if (!record) throw new Error(`${id} has no record`);
        return form === "html"
          ? renderRecordPage(record)
          : { dataVersion: dataset.dataVersion, ...record };
      },
    }),
  ];
}
