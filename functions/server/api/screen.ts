/**
 * What the element draws: `GET /v1/screen`, the answer to a question; `/v1/screen/{outcome}`, an opened
 * row of it; `/v1/screen/patients`, what is known of patients; `/v1/screen/copy`, the answer as text.
 */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { copyJson, openedRowJson, patientsJson, screenJson } from "../answers/answers.ts";
import { type Cacheable, cacheable } from "../answers/cacheable.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { inPath, ofClasses, ofClassesOrProducts } from "../documentation/resource-parameters.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { repeated } from "../http/patient-like.ts";
import { problemResponse, queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";

type Asked = (query: Query, canonical: string) => Response | Promise<Response>;

/** A question that is not understood is answered with all that is wrong with it. */
function asked(
  { req }: Context<HonoEnvironment>,
  answer: Asked,
  onlyClasses: boolean | "or-products" = true,
): Response | Promise<Response> {
  const { query, canonical, problems } = readQuestion(req.url, { onlyClasses });
  return problems ? queryProblemResponse(problems) : answer(query, canonical);
}

function sent(context: Context<HonoEnvironment>, resource: string, make: Cacheable["make"]) {
  return cacheable(context, { resource, form: "json", isAnswer: true, make });
}

export const routes: Routes = {
  "/v1/screen": (context) =>
    asked(
      context,
      (query, canonical) =>
        sent(context, `screen?${canonical}`, (ask) => screenJson(query, catalogue, canonical, ask)),
      "or-products",
    ),
  "/v1/screen/patients": (context) =>
    asked(
      context,
      (query, canonical) =>
        sent(context, `screen/patients?${canonical}`, (ask) =>
          patientsJson(query, catalogue, canonical, ask),
        ),
      "or-products",
    ),
  "/v1/screen/copy": (context) =>
    asked(context, (query, canonical) =>
      sent(context, `screen/copy?${canonical}`, (ask) =>
        copyJson(query, catalogue, canonical, ask),
      ),
    ),
  "/v1/screen/:outcome": (context) =>
    asked(context, (query, canonical) => {
      const id = context.req.param("outcome") ?? "";
      const outcome = dataset.outcomes.find((one) => one.id === id);
      if (!outcome) {
        const detail = `There is no outcome "${repeated(id)}". /v1/outcomes lists all of them.`;
        return problemResponse({ status: 404, detail });
      }
      return sent(context, `screen/${outcome.id}?${canonical}`, (ask) =>
        openedRowJson(query, outcome, catalogue, canonical, ask),
      );
    }),
};

const drawn =
  "In words, as the element draws it, with the `answerVersion` of its answer: parts of one screen have the same. Within a major version fields are added and none is changed; a program reads `/v1/comparison`.";

export const operations = (): readonly Described[] => [
  {
    id: "getScreen",
    path: "/v1/screen",
    tag: "Compare",
    summary: "What the element draws of an answer",
    description: `\`kind\` is \`classes\`, \`survival\` (trial by trial) or \`products\` (\`compare=product\`). ${drawn}`,
    parameters: ofClassesOrProducts,
    json: "object",
  },
  {
    id: "getPatientsScreen",
    path: "/v1/screen/patients",
    tag: "Compare",
    summary:
      "Whom the trials of a question enrolled, and what is reported by properties of patients",
    description: `The same for every patient: it takes nothing of one, and whoever knows the patient finds there what concerns them. ${drawn}`,
    parameters: ofClassesOrProducts,
    json: "object",
  },
  {
    id: "getCopiedScreen",
    path: "/v1/screen/copy",
    tag: "Compare",
    summary: "An answer as text to copy",
    description: `As a few lines for a note, and as a table; \`{link}\` stands where the address of the question goes. ${drawn}`,
    parameters: ofClasses,
    json: "object",
  },
  {
    id: "getOpenedRow",
    path: "/v1/screen/{outcome}",
    tag: "Compare",
    summary: "What the element draws when a row is opened",
    description: `What the numbers rest on: products, trials, checks, results of others, sources. ${drawn}`,
    parameters: [
      inPath(
        "outcome",
        dataset.outcomes.map(({ id }) => id),
      ),
      ...ofClasses,
    ],
    json: "object",
    also: [404],
  },
];
