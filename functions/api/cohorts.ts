/** `GET /v1/cohorts` and `/v1/cohorts/{id}`: every cohort, and one with its sources, locators and notes. */
import { Hono } from "hono";
import { provenance } from "../../data/generated/provenance.ts";
import { sanitise } from "../comparison/parse-query.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse } from "../problem.ts";
import { cohortRecord } from "./cohort-record.ts";
import { cacheableJson } from "./json.ts";
import { noParameters } from "./no-parameters.ts";

export const cohorts = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) =>
    cacheableJson(context, "cohorts", () => ({
      dataVersion: dataset.dataVersion,
      cohorts: dataset.cohorts.map(({ figures, landmarks, ...cohort }) => ({
        ...cohort,
        outcomes: [...new Set([...figures, ...landmarks].map(({ outcome }) => outcome))],
        href: `/v1/cohorts/${cohort.id}`,
      })),
    })),
  )
  .get("/:id", (context) => {
    const id = context.req.param("id");
    const cohort = dataset.cohorts.find((one) => one.id === id);
    const known = provenance[id];
    if (!cohort || !known) {
      const detail = `There is no cohort "${sanitise(id)}". /v1/cohorts lists all of them.`;
      return problemResponse({ status: 404, detail });
    }
    return cacheableJson(context, `cohorts/${id}`, () => ({
      dataVersion: dataset.dataVersion,
      ...cohortRecord(cohort, known),
    }));
  });
