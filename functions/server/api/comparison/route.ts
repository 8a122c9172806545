/**
 * `GET /v1/comparison`: the pooled comparison for a query, with the source of every figure; as JSON,
 * or as a table by `Accept: text/csv` or at `/v1/comparison.csv`.
 */
import { type Context, Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { isPatientParameter, patientWords, readPatient } from "#core/question/read-patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import { comparisonJson, patientJson, comparisonTable as table } from "../../answers/answers.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { precomputedFile } from "../../answers/precomputed.ts";
import { withOwnNames } from "../../answers/question-with.ts";
import { readQuestion } from "../../answers/read-question.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { namedForm, notAcceptable } from "../../http/negotiation.ts";
import { queryProblemResponse } from "../../http/problem.ts";

const types = { json: "application/json", csv: "text/csv" } as const;
type Form = keyof typeof types;

const comparison = new Hono<HonoEnvironment>().get("/", (context) => {
  const form = acceptedForm(context);
  if (form === null) return notAcceptable(types);
  return answer(context, form, { vary: "accept" });
});

const comparisonTable = new Hono<HonoEnvironment>().get("/", (context) =>
  answer(context, "csv", { "content-disposition": 'inline; filename="myeloma-compare.csv"' }),
);

export const routes = {
  "/v1/comparison": comparison,
  "/v1/comparison.csv": comparisonTable,
};

/** JSON unless a table is asked for, also for who opens the address in a tab; `null` when the caller takes neither. */
function acceptedForm(context: Context<HonoEnvironment>): Form | null {
  const named = namedForm(context, types);
  const header = context.req.header("accept");
  if (header === undefined || /\*\/\*|application\/\*|text\/html/.test(header)) {
    return named ?? "json";
  }
  return named;
}

function answer(
  context: Context<HonoEnvironment>,
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response | Promise<Response> {
  const { query, canonical, problems } = readQuestion(context.req.url);
  if (problems) return ofPatientOrRefused(context.req.url, problems, form, headers);
  return cacheable(context, {
    resource: `comparison?${canonical}`,
    isAnswer: true,
    mediaType: form,
    contentType: `${types[form]}; charset=utf-8`,
    make: () => (form === "csv" ? table(query, null, canonical) : comparisonJson(query, canonical)),
    file: form === "json" ? precomputedFile(canonical) : null,
    headers,
  });
}

/**
 * A question alone knows no patient, so one about a patient arrives here. Its answer is computed each
 * time and kept nowhere.
 */
function ofPatientOrRefused(
  url: string,
  problems: readonly QueryProblem[],
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response {
  const pairs = [...new URL(url).searchParams];
  const ofPatient = pairs.filter(isPatientParameter);
  if (ofPatient.length === 0) return queryProblemResponse(withOwnNames(problems, patientWords));
  const rest = pairs.filter((pair) => !isPatientParameter(pair));
  const { patient, problems: wrongPatient } = readPatient(ofPatient);
  const { query, canonical, problems: wrongQuestion } = questionOf(rest, dataset);
  if (wrongPatient || wrongQuestion) {
    const ofQuestion = withOwnNames(wrongQuestion ?? [], patientWords);
    return queryProblemResponse([...(wrongPatient ?? []), ...ofQuestion]);
  }
  const make = form === "csv" ? table : patientJson;
  return new Response(make(query, patient, canonical), {
    headers: {
      ...headers,
      "content-type": `${types[form]}; charset=utf-8`,
      "cache-control": "no-store",
    },
  });
}
