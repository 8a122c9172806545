/** Makes errors as RFC 9457 problem details: what is wrong and what is allowed, all at once. */
import { formatProblemParameter, type QueryProblem } from "#core/question/query-problem.ts";

/** Holds the title and type of each status. Programs may compare the type, so it never changes. */
const kinds = {
  400: ["Bad Request", "invalid-parameters"],
  404: ["Not Found", "not-found"],
  405: ["Method Not Allowed", "method-not-allowed"],
  406: ["Not Acceptable", "not-acceptable"],
  414: ["URI Too Long", "address-too-long"],
  429: ["Too Many Requests", "too-many-requests"],
  500: ["Internal Server Error", "unexpected"],
  503: ["Service Unavailable", "ending"],
} as const;

export type ProblemStatus = keyof typeof kinds;

// The keys of an object are strings.
export const problemStatuses = Object.keys(kinds).map(Number) as readonly ProblemStatus[];

/** Returns the address of the guide that explains each kind of problem; the part behind `#` names the kind. */
export function makeProblemTypeAddress(status: ProblemStatus): string {
  return `/docs/integrators#problem-${kinds[status][1]}`;
}

export interface Problem {
  status: ProblemStatus;
  detail: string;
  errors?: readonly QueryProblem[];
  headers?: Record<string, string>;
}

export function respondWithProblem({ status, detail, errors, headers }: Problem): Response {
  const body = {
    type: makeProblemTypeAddress(status),
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

export function respondWithQueryProblems(all: readonly QueryProblem[]): Response {
  const { problems, more } = limitProblemsToResponseSize(all);
  const names = [...new Set(problems.map(formatProblemParameter))];
  const further = more > 0 ? ` and ${more} more` : "";
  const detail = `The query could not be understood: ${names.join(", ")}${further}. Nothing was computed.`;
  return respondWithProblem({ status: 400, detail, errors: problems });
}

const mostProblems = 20;

/** The problems take at most this many bytes, so that an error is not larger than 8 kB with the page around it. */
const mostBytes = 5_500;

/** These numbers of allowed values are tried for each problem: all, then fewer until the problems fit. */
const mostAllowed = [Number.POSITIVE_INFINITY, 40, 20, 10, 5, 2, 0];

/** Returns the problems to report, and the number of problems left out, because an error stays small. */
function limitProblemsToResponseSize(all: readonly QueryProblem[]) {
  const first = all.slice(0, mostProblems);
  const shorter = mostAllowed.map((most) =>
    first.map((problem) => shortenAllowedValuesOfProblem(problem, most)),
  );
  const fitting = shorter.find((problems) => countProblemBytes(problems) <= mostBytes);
  const problems = fitting ?? takeFittingProblems(shorter.at(-1) ?? []);
  return { problems, more: all.length - problems.length };
}

function shortenAllowedValuesOfProblem(problem: QueryProblem, most: number): QueryProblem {
  const { allowed } = problem;
  const more = allowed.length - most;
  return more > 0
    ? { ...problem, allowed: [...allowed.slice(0, most), `… and ${more} more`] }
    : problem;
}

function takeFittingProblems(problems: readonly QueryProblem[]): readonly QueryProblem[] {
  const tooMany = problems.findIndex(
    (_, index) => countProblemBytes(problems.slice(0, index + 1)) > mostBytes,
  );
  return tooMany < 0 ? problems : problems.slice(0, tooMany);
}

const encoder = new TextEncoder();

/**
 * Returns the size of problems. Every name is counted twice, because the sentence about all problems repeats the names.
 */
function countProblemBytes(problems: readonly QueryProblem[]): number {
  const texts = [problems, problems.map(formatProblemParameter)];
  return encoder.encode(JSON.stringify(texts)).length;
}
