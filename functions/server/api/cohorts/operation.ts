/** Describes `/v1/cohorts` and its parameters. */
import { dataset } from "#core/dataset.ts";
import { type Described, usual } from "../../documentation/described.ts";
import { inPath } from "../../documentation/resource-parameters.ts";
import { cohortDetailSchema, cohortListSchema } from "./schema.ts";

export { constants } from "./constants.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getCohorts",
    path: "/v1/cohorts",
    tag: "Evidence",
    summary: "Every cohort",
    description: "One entry for every group of patients given one product, without its figures.",
    parameters: [],
    json: cohortListSchema,
    example: "/v1/cohorts",
  },
  {
    ...usual,
    id: "getCohort",
    path: "/v1/cohorts/{id}",
    tag: "Evidence",
    summary: "One cohort with all figures",
    description:
      "Every figure with its source and locator, the patients, and what is missing. JSON, or a page to read and print with `Accept: text/html`; for links also at `/v1/cohorts/{id}.json` and `/v1/cohorts/{id}.html`.",
    parameters: [
      inPath(
        "id",
        dataset.cohorts.map(({ id }) => id),
      ),
    ],
    json: cohortDetailSchema,
    texts: ["text/html"],
    example: "/v1/cohorts/cartitude-1",
    also: [404, 406],
  },
];
