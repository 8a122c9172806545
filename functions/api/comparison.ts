/**
 * `GET /v1/comparison`: the pooled comparison for a query, with the source of every figure; as JSON,
 * or as a table by `Accept: text/csv` or at `/v1/comparison.csv`.
 */
import { type Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import type { Comparison } from "../comparison/answer.ts";
import { answerQuestion } from "../comparison/answer-question.ts";
import { parseQuery } from "../comparison/parse-query.ts";
import { canonicalQuery } from "../comparison/query-text.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse, queryProblemResponse } from "../problem.ts";
import { cacheable } from "./cacheable.ts";
import { withCitations } from "./citations.ts";
import { comparisonCsv } from "./comparison-csv.ts";

const types = { json: "application/json", csv: "text/csv" } as const;
type Form = keyof typeof types;

export const comparison = new Hono<HonoEnvironment>().get("/", (context) => {
  const form = acceptedForm(context);
  if (form === null) {
    const detail = `This resource is ${types.json} or ${types.csv}.`;
    return problemResponse({ status: 406, detail, headers: { vary: "accept" } });
  }
  return answer(context, form, { vary: "accept" });
});

export const comparisonTable = new Hono<HonoEnvironment>().get("/", (context) =>
  answer(context, "csv", { "content-disposition": 'inline; filename="myeloma-compare.csv"' }),
);

/** JSON unless a table is asked for, also for who opens the address in a tab; `null` when the caller takes neither. */
function acceptedForm(context: Context<HonoEnvironment>): Form | null {
  const none = "none";
  const type = accepts(context, {
    header: "Accept",
    supports: Object.values(types),
    default: none,
  });
  const header = context.req.header("accept");
  if (header === undefined || /\*\/\*|application\/\*|text\/html/.test(header)) {
    return type === types.csv ? "csv" : "json";
  }
  return type === types.json ? "json" : type === types.csv ? "csv" : null;
}

function answer(
  context: Context<HonoEnvironment>,
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response {
  const { query, problems } = parseQuery(new URL(context.req.url).searchParams, dataset);
  if (problems) {
    return queryProblemResponse(problems);
  }
  const make = (): Comparison<string> => withCitations(answerQuestion(query, dataset));
  return cacheable(context, {
    resource: `comparison?${canonicalQuery(query, dataset)}`,
    mediaType: form,
    contentType: `${types[form]}; charset=utf-8`,
    make: () => (form === "csv" ? comparisonCsv(make()) : JSON.stringify(make())),
    headers,
  });
}
