/**
 * `GET /v1/comparison`: the pooled comparison for a query, with the source of every figure. As
 * JSON, as a table with `Accept: text/csv`, or as the report with `Accept: text/html`. For links:
 * `/v1/comparison.json`, `/v1/comparison.csv`, `/report`.
 */

import { type Context, Hono } from "hono";
import type { PatientFit } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { isPatientParameter, patientWords, readPatient } from "#core/question/read-patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { comparisonJson, forPatient, comparisonTable as table } from "../../answers/answers.ts";
import { askedAsOf, asOfWords } from "../../answers/as-of.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { precomputedFile } from "../../answers/precomputed.ts";
import { questionWith, withOwnNames } from "../../answers/question-with.ts";
import { readQuestion } from "../../answers/read-question.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { acceptedForm, notAcceptable } from "../../http/negotiation.ts";
import { problemResponse, queryProblemResponse } from "../../http/problem.ts";
import { reportResponse } from "../../pages/report/route.ts";

const types = { json: "application/json", csv: "text/csv" } as const;
const withPage = { ...types, html: "text/html" } as const;
type Form = keyof typeof types;

/** The allowed values of its own parameters, beside a question. */
const ownWords = { ...patientWords, ...asOfWords };
const patientNames = Object.keys(patientWords);

/** Also as a page, the report, for readers who prefer one: browsers do. */
const comparison = new Hono<HonoEnvironment>().get("/", (context) => {
  const form = acceptedForm(context, withPage, "json");
  if (form === null) return notAcceptable(withPage);
  const vary = { vary: "accept" };
  // A single patient has no page.
  const isPage = form === "html" && questionWith(context.req.url, asOfWords, {}).problems === null;
  if (!isPage) return answer(context, form === "html" ? "json" : form, vary);
  context.set("profile", "report");
  return reportResponse(context, vary);
});

const comparisonData = new Hono<HonoEnvironment>().get("/", (context) =>
  answer(context, "json", { "content-disposition": 'attachment; filename="myeloma-compare.json"' }),
);

const comparisonTable = new Hono<HonoEnvironment>().get("/", (context) =>
  answer(context, "csv", { "content-disposition": 'attachment; filename="myeloma-compare.csv"' }),
);

export const routes = {
  "/v1/comparison": comparison,
  "/v1/comparison.csv": comparisonTable,
  "/v1/comparison.json": comparisonData,
};

function answer(
  context: Context<HonoEnvironment>,
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response | Promise<Response> {
  // Checked and then passed over: the answer holds the version of its data.
  const { rest, problems: wrong } = askedAsOf(new URL(context.req.url).searchParams);
  const { query, canonical, problems } = readQuestion(rest);
  if (wrong) return queryProblemResponse([...wrong, ...(problems ?? [])], patientNames);
  if (problems) return ofPatientOrRefused(rest, problems, form, headers);
  return cacheable(context, {
    resource: `comparison?${canonical}`,
    isAnswer: true,
    mediaType: form,
    contentType: `${types[form]}; charset=utf-8`,
    make: () =>
      form === "csv"
        ? table(query, catalogue, canonical)
        : comparisonJson(query, catalogue, canonical),
    file: form === "json" ? precomputedFile(canonical) : null,
    headers,
  });
}

/**
 * Handles parameters that are not part of a question. If they are about a patient, the answer is
 * that of the question which holds the patient, computed each time and never cached. All others are
 * refused.
 */
function ofPatientOrRefused(
  pairs: readonly [string, string][],
  problems: readonly QueryProblem[],
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response {
  const ofPatient = pairs.filter(isPatientParameter);
  if (ofPatient.length === 0) {
    return queryProblemResponse(withOwnNames(problems, ownWords), patientNames);
  }
  const { patient, problems: wrongPatient } = readPatient(ofPatient);
  const rest = pairs.filter((pair) => !isPatientParameter(pair));
  const { query, problems: wrongQuestion } = questionOf(rest, dataset);
  if (wrongPatient || wrongQuestion) {
    const ofQuestion = withOwnNames(wrongQuestion ?? [], ownWords);
    return queryProblemResponse([...(wrongPatient ?? []), ...ofQuestion], patientNames);
  }
  const { fit, text } = forPatient(form, query, patient, catalogue);
  if (text === null) return noQuestion(fit);
  return new Response(text, {
    headers: {
      ...headers,
      "content-type": `${types[form]}; charset=utf-8`,
      "cache-control": "no-store",
    },
  });
}

/** No numbers, which would be those of other patients. */
function noQuestion({ text, offers }: PatientFit): Response {
  return problemResponse({
    status: 422,
    detail: `${text} Nothing was computed.`,
    offers: offers.map((offer) => ({ text: offer.text, href: `/v1/comparison?${offer.query}` })),
  });
}
