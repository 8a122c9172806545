/** However many problems there are, an error stays small and repeats nothing of a patient. */
import type { QueryProblem } from "#core/question/parse-query.ts";
import { holdsPatientLike, isPatientLike } from "./patient-like.ts";
import { listedName } from "./patient-names.ts";

export interface ProblemMessages {
  problems: readonly QueryProblem[];
  /** How many are not told. */
  more: number;
}

const mostProblems = 20;

/** Bytes, so that an error is not larger than 8 kB with the page or the document around it. */
const mostBytes = 5_500;

/** How many allowed values are told of each problem: all, or fewer until the problems fit. */
const mostAllowed = [Number.POSITIVE_INFINITY, 40, 20, 10, 5, 2, 0];

/** Stands for a name that may be about a patient, unless it is on the list: any other text may hold a value. */
const unnamed = "patient-…";

const notInAddress =
  "values of a patient do not belong in an address; enter them in the form of the comparison, or hand them over as /docs/record says: both keep them in the browser";

export function problemMessages(all: readonly QueryProblem[]): ProblemMessages {
  const first = all.slice(0, mostProblems).map(withoutPatient);
  const shorter = mostAllowed.map((most) => first.map((problem) => shortened(problem, most)));
  const fitting = shorter.find((problems) => bytesOf(problems) <= mostBytes);
  const problems = fitting ?? asManyAsFit(shorter.at(-1) ?? []);
  return { problems, more: all.length - problems.length };
}

function withoutPatient(problem: QueryProblem): QueryProblem {
  const { parameter, value } = problem;
  if (isPatientLike(parameter)) {
    const named = listedName(parameter) ?? unnamed;
    return { ...problem, parameter: named, message: notInAddress };
  }
  return holdsPatientLike(value) ? { ...problem, value: "" } : problem;
}

function shortened(problem: QueryProblem, most: number): QueryProblem {
  const { allowed } = problem;
  const more = allowed.length - most;
  return more > 0
    ? { ...problem, allowed: [...allowed.slice(0, most), `… and ${more} more`] }
    : problem;
}

function asManyAsFit(problems: readonly QueryProblem[]): readonly QueryProblem[] {
  const most = problems.findIndex((_, index) => bytesOf(problems.slice(0, index + 1)) > mostBytes);
  return most < 0 ? problems : problems.slice(0, most);
}

const encoder = new TextEncoder();

/** Every name is said twice: the second time in the sentence about all of them. */
function bytesOf(problems: readonly QueryProblem[]): number {
  const said = [problems, problems.map(({ parameter }) => parameter)];
  return encoder.encode(JSON.stringify(said)).length;
}
