/**
 * `GET /v1/comparison`: the pooled comparison for a query, with the source of every figure; as JSON,
 * or as a table by `Accept: text/csv` or at `/v1/comparison.csv`.
 */
import { type Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import { parseQuery, type QueryProblem } from "../comparison/parse-query.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse, queryProblemResponse } from "../problem.ts";
import { questionReader } from "../read-question.ts";
import { cacheable } from "./cacheable.ts";
import { comparisonCsv } from "./comparison-csv.ts";
import { comparisonJson, makeComparison } from "./make-comparison.ts";
import { isPatientParameter, patientWords, readPatient } from "./patient.ts";
import { precomputedFile } from "./precomputed.ts";

const types = { json: "application/json", csv: "text/csv" } as const;
type Form = keyof typeof types;

const readQuestion = questionReader();

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
): Response | Promise<Response> {
  const pairs = [...new URL(context.req.url).searchParams];
  const ofPatient = pairs.filter(isPatientParameter);
  if (ofPatient.length > 0) {
    const rest = pairs.filter((pair) => !isPatientParameter(pair));
    return answerForPatient(ofPatient, rest, form, headers);
  }
  const { query, canonical, problems } = readQuestion(context.req.url);
  if (problems) return queryProblemResponse(problems.map(withPatientNames));
  return cacheable(context, {
    resource: `comparison?${canonical}`,
    mediaType: form,
    contentType: `${types[form]}; charset=utf-8`,
    make: () => (form === "csv" ? comparisonCsv(makeComparison(query)) : comparisonJson(query)),
    file: form === "json" ? precomputedFile(canonical) : null,
    headers,
  });
}

/** Computed each time, and kept nowhere. */
function answerForPatient(
  ofPatient: readonly (readonly [string, string])[],
  rest: readonly (readonly [string, string])[],
  form: Form,
  headers: Readonly<Record<string, string>>,
): Response {
  const { patient, problems: wrongPatient } = readPatient(ofPatient);
  const { query, problems: wrongQuestion } = parseQuery(rest, dataset);
  if (wrongPatient || wrongQuestion) {
    const ofQuestion = (wrongQuestion ?? []).map(withPatientNames);
    return queryProblemResponse([...(wrongPatient ?? []), ...ofQuestion]);
  }
  const made = makeComparison(query, patient);
  return new Response(form === "csv" ? comparisonCsv(made) : JSON.stringify(made), {
    headers: {
      ...headers,
      "content-type": `${types[form]}; charset=utf-8`,
      "cache-control": "no-store",
    },
  });
}

/** Whoever gave an unknown parameter is told of these, too. */
function withPatientNames(problem: QueryProblem): QueryProblem {
  return problem.message === "unknown parameter"
    ? { ...problem, allowed: [...problem.allowed, ...Object.keys(patientWords)] }
    : problem;
}
