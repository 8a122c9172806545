/**
 * Errors as RFC 9457 problem details: what is wrong and what is allowed, with all problems at once.
 */
import type { QueryProblem } from "#core/question/parse-query.ts";
import { toldProblems } from "./told-problems.ts";

const titles = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  414: "URI Too Long",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
} as const;

export interface Problem {
  status: keyof typeof titles;
  detail: string;
  errors?: readonly QueryProblem[];
  /** Questions to ask instead. */
  offers?: readonly { text: string; href: string }[];
  headers?: Record<string, string>;
}

export function problemResponse({ status, detail, errors, offers, headers }: Problem): Response {
  const body = {
    type: "about:blank",
    title: titles[status],
    status,
    detail,
    ...(errors ? { errors } : undefined),
    ...(offers ? { offers } : undefined),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...headers,
    },
  });
}

/**
 * One response for all problems of a query, with a sentence that names the parameters.
 *
 * @param own Names about a patient that the resource itself takes.
 */
export function queryProblemResponse(
  all: readonly QueryProblem[],
  own: readonly string[] = [],
): Response {
  const { problems, more } = toldProblems(all, own);
  const names = [...new Set(problems.map(({ parameter }) => parameter))];
  const others = more > 0 ? ` and ${more} more` : "";
  const detail = `The query could not be understood: ${names.join(", ")}${others}. Nothing was computed.`;
  return problemResponse({ status: 400, detail, errors: problems });
}
