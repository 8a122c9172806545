/** `GET /v1/comparison`: the pooled comparison for a query, with the source of every figure. */
import { Hono } from "hono";
import { compare } from "../comparison/compare.ts";
import { frequentistModels } from "../comparison/frequentist-models.ts";
import { parseQuery } from "../comparison/parse-query.ts";
import { canonicalQuery } from "../comparison/query-text.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse, queryProblemDetail } from "../problem.ts";
import { withCitations } from "./citations.ts";
import { cacheableJson } from "./json.ts";

export const comparison = new Hono<HonoEnvironment>().get("/", (context) => {
  const { query, problems } = parseQuery(new URL(context.req.url).searchParams, dataset);
  if (problems) {
    return problemResponse({ status: 400, detail: queryProblemDetail(problems), errors: problems });
  }
  return cacheableJson(context, `comparison?${canonicalQuery(query, dataset)}`, () =>
    withCitations(compare(query, dataset, frequentistModels)),
  );
});
