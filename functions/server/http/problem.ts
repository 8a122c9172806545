/** Errors as RFC 9457 problem details: what is wrong and what is allowed, all at once. */
import type { QueryProblem } from "#core/question/parse-query.ts";
import { problemMessages } from "./problem-messages.ts";

/** By status: the title, and the name of what went wrong, which programs may compare and stays. */
const kinds = {
  400: ["Bad Request", "invalid-parameters"],
  404: ["Not Found", "not-found"],
  405: ["Method Not Allowed", "method-not-allowed"],
  406: ["Not Acceptable", "not-acceptable"],
  414: ["URI Too Long", "address-too-long"],
  429: ["Too Many Requests", "too-many-requests"],
  500: ["Internal Server Error", "unexpected"],
  501: ["Not Implemented", "form-not-offered"],
  503: ["Service Unavailable", "ending"],
} as const;

export type ProblemStatus = keyof typeof kinds;

// The keys of an object are texts.
export const problemStatuses = Object.keys(kinds).map(Number) as readonly ProblemStatus[];

/** The guide that says what each kind of problem means; the part behind `#` names the kind. */
export function problemType(status: ProblemStatus): string {
  return `/docs/integrators#problem-${kinds[status][1]}`;
}

export interface Problem {
  status: ProblemStatus;
  detail: string;
  errors?: readonly QueryProblem[];
  headers?: Record<string, string>;
}

export function problemResponse({ status, detail, errors, headers }: Problem): Response {
  const body = {
    type: problemType(status),
    title: kinds[status][0],
    status,
    detail,
    ...(errors ? { errors } : undefined),
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

export function queryProblemResponse(all: readonly QueryProblem[]): Response {
  const { problems, more } = problemMessages(all);
  const names = [...new Set(problems.map(({ parameter }) => parameter))];
  const others = more > 0 ? ` and ${more} more` : "";
  const detail = `The query could not be understood: ${names.join(", ")}${others}. Nothing was computed.`;
  return problemResponse({ status: 400, detail, errors: problems });
}
