/**
 * `GET /v1/comparison`: the pooled comparison for a query, with the source of every figure. As
 * JSON, as a table with `Accept: text/csv`, or as the report with `Accept: text/html`. For links:
 * `/v1/comparison.json`, `/v1/comparison.csv`, `/report`.
 */
import type { Context } from "hono";
import type { PatientFit } from "#core/comparison/answer.ts";
import { comparisonSchemaOf } from "#core/comparison/answer-schema.ts";
import { dataset } from "#core/dataset.ts";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { patientBounds, patientNumbers, patientParameters } from "#core/question/patient.ts";
import { isPatientParameter, patientWords, readPatient } from "#core/question/read-patient.ts";
import { questionOf } from "#core/question/read-question.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { comparisonJson, forPatient, comparisonTable as table } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { comparisonColumns } from "../answers/comparison-csv.ts";
import { askedLinkDate } from "../answers/link-date.ts";
import { precomputedFile } from "../answers/precomputed.ts";
import { readQuestion, withOwnNames } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import type { Parameter } from "../documentation/open-api.ts";
import { otherParameterDescriptions } from "../documentation/parameter-descriptions.ts";
import { linkDate, question } from "../documentation/resource-parameters.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { acceptedForm, notAcceptable } from "../http/negotiation.ts";
import { problemResponse, queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { reportResponse } from "../pages/report/route.ts";
import { questionSchema } from "./schemas/question.ts";

const types = { json: "application/json", csv: "text/csv" } as const;
const withPage = { ...types, html: "text/html" } as const;
type Form = keyof typeof types;

const patientNames = Object.keys(patientWords);

export const routes: Routes = {
  /** Also as a page, the report, for readers who prefer one: browsers do. */
  "/v1/comparison": (context) => {
    const form = acceptedForm(context, withPage, "json");
    if (form === null) return notAcceptable(withPage);
    const vary = { vary: "accept" };
    // A single patient has no page.
    const { rest } = askedLinkDate(new URL(context.req.url).searchParams);
    const isPage = form === "html" && readQuestion(rest).problems === null;
    if (!isPage) return answer(context, form === "html" ? "json" : form, vary);
    context.set("profile", "report");
    return reportResponse(context, vary);
  },
  "/v1/comparison.csv": (context) => answer(context, "csv", attached("csv")),
  "/v1/comparison.json": (context) => answer(context, "json", attached("json")),
};

function attached(form: Form) {
  return { "content-disposition": `attachment; filename="myeloma-compare.${form}"` };
}

function answer(
  context: Context<HonoEnvironment>,
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response | Promise<Response> {
  // Checked and then passed over: the answer holds the version of its data.
  const { rest, problems: wrong } = askedLinkDate(new URL(context.req.url).searchParams);
  const { query, canonical, problems } = readQuestion(rest);
  if (wrong) return queryProblemResponse([...wrong, ...(problems ?? [])], patientNames);
  if (problems) return ofPatientOrRefused(rest, problems, form, headers);
  return cacheable(context, {
    resource: `comparison?${canonical}`,
    isAnswer: true,
    form,
    make: () =>
      form === "csv"
        ? table(query, catalogue, canonical)
        : comparisonJson(query, catalogue, canonical),
    file: form === "json" ? precomputedFile(canonical) : null,
    headers,
  });
}

/** A patient's answer is that of the question that holds them, computed and never cached. */
function ofPatientOrRefused(
  pairs: readonly [string, string][],
  problems: readonly QueryProblem[],
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response {
  const ofPatient = pairs.filter(isPatientParameter);
  if (ofPatient.length === 0) {
    return queryProblemResponse(withOwnNames(problems, patientWords), patientNames);
  }
  const { patient, problems: wrongPatient } = readPatient(ofPatient);
  const rest = pairs.filter((pair) => !isPatientParameter(pair));
  const { query, problems: wrongQuestion } = questionOf(rest, dataset);
  if (wrongPatient || wrongQuestion) {
    const ofQuestion = withOwnNames(wrongQuestion ?? [], patientWords);
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

export function comparisonSchema() {
  return comparisonSchemaOf(questionSchema);
}

/** Two whole numbers and a list. An answer about a patient is never cached. */
const ofPatient: readonly Parameter[] = [
  ...patientNumbers.map((field): Parameter => {
    const [name, [minimum, maximum]] = [patientParameters[field], patientBounds[field]];
    const description = otherParameterDescriptions[name];
    return { name, in: "query", description, schema: { type: "integer", minimum, maximum } };
  }),
  {
    name: "patient-prior-bcma",
    in: "query",
    description: otherParameterDescriptions["patient-prior-bcma"],
    style: "form",
    explode: false,
    schema: {
      type: "array",
      items: { type: "string", enum: [...patientWords["patient-prior-bcma"]] },
      minItems: 1,
    },
  },
];

const parameters = [...question, ...ofPatient, linkDate];

export const operations = (): readonly Described[] => [
  {
    id: "getComparison",
    path: "/v1/comparison",
    tag: "Compare",
    summary: "Pooled comparison of both classes, or of other groups",
    description:
      "The answer to a question: for every outcome the pools with their cohorts, intervals and sources, the contrasts, the certainty with its reasons, the cautions; and for every cohort left out the reason. JSON, a table with `Accept: text/csv`, or the report, a page, with `Accept: text/html`.",
    parameters,
    json: comparisonSchema(),
    csv: comparisonColumns,
    texts: ["text/html"],
    also: [406, 422],
  },
  {
    id: "getComparisonFile",
    path: "/v1/comparison.json",
    tag: "Compare",
    summary: "The same comparison as a file of JSON, whatever is accepted",
    description: "For links: a browser that opens `/v1/comparison` is answered with the report.",
    parameters,
    json: comparisonSchema(),
    also: [422],
  },
  {
    id: "getComparisonTable",
    path: "/v1/comparison.csv",
    tag: "Compare",
    summary: "The same comparison as a table",
    description:
      "One line for every pool, product, cohort and contrast, in UTF-8 with a byte order mark. Rates are proportions, differences per 100 patients.",
    parameters,
    csv: comparisonColumns,
    also: [422],
  },
];
