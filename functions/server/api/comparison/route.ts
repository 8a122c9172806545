/**
 * `GET /v1/comparison`: the pooled comparison for a query, with the source of every figure. As
 * JSON, or as a table with `Accept: text/csv` or at `/v1/comparison.csv`.
 */
import { type Context, Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { isPatientParameter, patientWords, readPatient } from "#core/question/read-patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import { comparisonJson, patientJson, comparisonTable as table } from "../../answers/answers.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { precomputedFile } from "../../answers/precomputed.ts";
import { withOwnNames } from "../../answers/question-with.ts";
import { readQuestion } from "../../answers/read-question.ts";
import { askedLanguage } from "../../answers/worded-question.ts";
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

/**
 * JSON unless a table is requested; also JSON if the URL is opened in a browser. `null` if the
 * caller accepts neither.
 */
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
  const { words, rest, problems: wrongLanguage } = askedLanguage(context.req.url);
  const { query, canonical, problems } = readQuestion(rest);
  if (wrongLanguage.length > 0)
    return queryProblemResponse([...wrongLanguage, ...(problems ?? [])]);
  if (problems) return ofPatientOrRefused(rest, words, problems, form, headers);
  return cacheable(context, {
    resource: `comparison?${canonical}`,
    isAnswer: true,
    mediaType: form,
    language: words.screen.language,
    contentType: `${types[form]}; charset=utf-8`,
    make: () =>
      form === "csv"
        ? table(query, words, null, canonical)
        : comparisonJson(query, words, canonical),
    file: form === "json" ? precomputedFile(canonical, words.screen.language) : null,
    headers,
  });
}

/**
 * Handles parameters that are not part of a question. If they are about a patient, the answer is
 * computed each time and never cached. All others are refused.
 */
function ofPatientOrRefused(
  pairs: readonly [string, string][],
  words: Catalogue,
  problems: readonly QueryProblem[],
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response {
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
  return new Response(make(query, words, patient, canonical), {
    headers: {
      ...headers,
      "content-type": `${types[form]}; charset=utf-8`,
      "cache-control": "no-store",
    },
  });
}
