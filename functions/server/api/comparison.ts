/**
 * `GET /v1/comparison`: the pooled comparison for a query, with the source of every figure. As
 * JSON, as a table with `Accept: text/csv`, or as the report with `Accept: text/html`. For links:
 * `/v1/comparison.json`, `/v1/comparison.csv`, `/report`.
 */
import type { Context } from "hono";
import { catalogue } from "#presentation/words/catalogue.ts";
import { comparisonJson, comparisonTable as table } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { comparisonColumns } from "../answers/comparison-csv.ts";
import { askedLinkDate } from "../answers/link-date.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { linkDate, question } from "../documentation/resource-parameters.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { acceptedForm, notAcceptable } from "../http/negotiation.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { reportResponse } from "../pages/report/route.ts";
import { comparisonSchemaOf } from "./schemas/answer.ts";
import { questionSchema } from "./schemas/question.ts";

const types = { json: "application/json", csv: "text/csv" } as const;
const withPage = { ...types, html: "text/html" } as const;
type Form = keyof typeof types;

export const routes: Routes = {
  /** Also as a page, the report, for readers who prefer one: browsers do. */
  "/v1/comparison": (context) => {
    const form = acceptedForm(context, withPage, "json");
    if (form === null) return notAcceptable(withPage);
    const vary = { vary: "accept" };
    if (form !== "html") return answer(context, form, vary);
    // What is wrong with a question is said as of any other resource.
    const { rest } = askedLinkDate(new URL(context.req.url).searchParams);
    if (readQuestion(rest).problems) return answer(context, "json", vary);
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
  if (problems || wrong) return queryProblemResponse([...(wrong ?? []), ...(problems ?? [])]);
  return cacheable(context, {
    resource: `comparison?${canonical}`,
    isAnswer: true,
    form,
    make: (ask) =>
      form === "csv"
        ? table(query, catalogue, canonical, ask)
        : comparisonJson(query, catalogue, canonical, ask),
    headers,
  });
}

export function comparisonSchema() {
  return comparisonSchemaOf(questionSchema);
}

const parameters = [...question, linkDate];

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
    also: [406],
  },
  {
    id: "getComparisonFile",
    path: "/v1/comparison.json",
    tag: "Compare",
    summary: "The same comparison as a file of JSON, whatever is accepted",
    description: "For links: a browser that opens `/v1/comparison` is answered with the report.",
    parameters,
    json: comparisonSchema(),
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
  },
];
