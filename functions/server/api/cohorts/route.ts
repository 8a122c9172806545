/**
 * `GET /v1/cohorts` and `/v1/cohorts/{id}`: every cohort, and one cohort with its sources, locators
 * and notes. The latter is JSON, or an HTML page if `Accept` names it or at
 * `/v1/cohorts/{id}.html`.
 */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { constantAnswer } from "../../answers/constant-answer.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { acceptedForm, notAcceptable } from "../../http/negotiation.ts";
import { noParameters } from "../../http/no-parameters.ts";
import { repeated } from "../../http/patient-like.ts";
import { problemResponse } from "../../http/problem.ts";

const types = { json: "application/json", html: "text/html" } as const;
type Form = keyof typeof types;

const cohorts = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) => constantAnswer(context, { resource: "cohorts" }))
  .get("/:id", (context) => {
    const { id, said } = addressed(context.req.param("id"));
    if (!dataset.cohorts.some((one) => one.id === id)) {
      const detail = `There is no cohort "${repeated(id)}". /v1/cohorts lists all of them.`;
      return problemResponse({ status: 404, detail });
    }
    const form = said ?? acceptedForm(context, types, "json");
    if (form === null) return notAcceptable(types);
    context.set("profile", form === "html" ? "document" : "api");
    return constantAnswer(context, { resource: `cohorts/${id}`, form, negotiated: said === null });
  });

export const routes = { "/v1/cohorts": cohorts };

/** The cohort, and the form if the URL names it, as in `karmma.html`. No id ends like that. */
function addressed(name: string): { id: string; said: Form | null } {
  const [, id = "", suffix] = /^(.+)\.(html|json)$/.exec(name) ?? [];
  return suffix === "html" || suffix === "json" ? { id, said: suffix } : { id: name, said: null };
}
