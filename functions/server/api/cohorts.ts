/**
 * `GET /v1/cohorts` and `/v1/cohorts/{id}`: every cohort, and one cohort with its sources, locators
 * and notes. The latter is JSON, or an HTML page if `Accept` names it or at
 * `/v1/cohorts/{id}.html`.
 */
import { dataset } from "#core/dataset.ts";
import { type Constants, constantAnswer, constantRoute } from "../answers/constant-answer.ts";
import { cohortRecords } from "../answers/whole-dataset.ts";
import type { Described } from "../documentation/described.ts";
import { inPath } from "../documentation/resource-parameters.ts";
import { acceptedForm, notAcceptable } from "../http/negotiation.ts";
import { noParameters } from "../http/no-parameters.ts";
import { repeated } from "../http/patient-like.ts";
import { problemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { recordPage } from "../pages/record/page.tsx";
import { cohortDetailSchema, cohortListSchema } from "./schemas/cohort.ts";

const types = { json: "application/json", html: "text/html" } as const;
type Form = keyof typeof types;

const list = { resource: "cohorts" };
const record = (id: string, form: Form) => ({ resource: `cohorts/${id}`, form });

export const routes: Routes = {
  "/v1/cohorts": constantRoute(list),
  "/v1/cohorts/:id": [
    noParameters,
    (context) => {
      const { id, said } = addressed(context.req.param("id"));
      if (!dataset.cohorts.some((cohort) => cohort.id === id)) {
        const detail = `There is no cohort "${repeated(id)}". /v1/cohorts lists all of them.`;
        return problemResponse({ status: 404, detail });
      }
      const form = said ?? acceptedForm(context, types, "json");
      if (form === null) return notAcceptable(types);
      context.set("profile", form === "html" ? "document" : "api");
      return constantAnswer(context, record(id, form), { negotiated: said === null });
    },
  ],
};

/** The cohort, and the form if the URL names it, as in `karmma.html`. No id ends like that. */
function addressed(name = ""): { id: string; said: Form | null } {
  const [, id = "", suffix] = /^(.+)\.(html|json)$/.exec(name) ?? [];
  return suffix === "html" || suffix === "json" ? { id, said: suffix } : { id: name, said: null };
}

export function constants(): Constants {
  const { dataVersion } = dataset;
  const months = new Set(
    dataset.outcomes.flatMap(({ id, kind }) => (kind === "landmark" ? id : [])),
  );
  const cohorts = dataset.cohorts.map(({ figures, landmarks, ...cohort }) => ({
    ...cohort,
    outcomes: [
      ...new Set([
        ...figures.map(({ outcome }) => outcome),
        // Of the months that a question can ask for.
        ...landmarks.flatMap(({ outcome }) => (months.has(outcome) ? outcome : [])),
      ]),
    ],
    href: `/v1/cohorts/${cohort.id}`,
  }));
  return [
    [list, JSON.stringify({ dataVersion, cohorts })],
    ...cohortRecords().flatMap(
      (known): Constants => [
        [record(known.id, "json"), JSON.stringify({ dataVersion, ...known })],
        [record(known.id, "html"), recordPage(known)],
      ],
    ),
  ];
}

export const operations = (): readonly Described[] => [
  {
    id: "getCohorts",
    path: "/v1/cohorts",
    tag: "Evidence",
    summary: "Every cohort",
    description: "One entry for every group of patients given one product, without its figures.",
    json: cohortListSchema,
  },
  {
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
    also: [404, 406],
  },
];
