/**
 * `GET /v1/cohorts` and `/v1/cohorts/{id}`: every cohort, and one with its sources, locators and notes;
 * the latter as JSON, or as a page for who asks for one by `Accept` or at `/v1/cohorts/{id}.html`.
 */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { sanitise } from "#core/question/parse-query.ts";
import { provenance } from "#data/generated/provenance.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { cacheableJson } from "../../answers/cacheable-json.ts";
import { cohortRecord } from "../../answers/cohort-record.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { acceptedForm, notAcceptable } from "../../http/negotiation.ts";
import { noParameters } from "../../http/no-parameters.ts";
import { problemResponse } from "../../http/problem.ts";
import { recordPage } from "../../pages/record/page.tsx";

const types = { json: "application/json", html: "text/html" } as const;
type Form = keyof typeof types;

const cohorts = new Hono<HonoEnvironment>()
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
    const { id, said } = addressed(context.req.param("id"));
    const cohort = dataset.cohorts.find((one) => one.id === id);
    const known = provenance[id];
    if (!cohort || !known) {
      const detail = `There is no cohort "${sanitise(id)}". /v1/cohorts lists all of them.`;
      return problemResponse({ status: 404, detail });
    }
    const form = said ?? acceptedForm(context, types, "json");
    if (form === null) return notAcceptable(types);
    context.set("profile", form === "html" ? "document" : "api");
    const record = () => cohortRecord(cohort, known);
    return cacheable(context, {
      resource: `cohorts/${id}`,
      mediaType: form,
      contentType: `${types[form]}; charset=utf-8`,
      make: () =>
        form === "html"
          ? recordPage(record())
          : JSON.stringify({ dataVersion: dataset.dataVersion, ...record() }),
      headers: said === null ? { vary: "accept" } : {},
    });
  });

export const routes = {
  "/v1/cohorts": cohorts,
};

/** Which cohort, and in which form where the address says so: `karmma.html`. No id ends so. */
function addressed(name: string): { id: string; said: Form | null } {
  const [, id = "", suffix] = /^(.+)\.(html|json)$/.exec(name) ?? [];
  return suffix === "html" || suffix === "json" ? { id, said: suffix } : { id: name, said: null };
}
