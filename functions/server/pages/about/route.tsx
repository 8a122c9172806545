/**
 * `GET /about`: what this is, who operates this installation, how to report an error. The Worker makes
 * it, because it holds the configuration. `question` is the text of a question that an error is about.
 */
import { dataset } from "#core/dataset.ts";
import { type QueryProblem, sanitise, unknownParameter } from "#core/question/parse-query.ts";
import { questionOf } from "#core/question/read-question.ts";
import { cacheControl } from "../../http/conditional.ts";
import { servedAs } from "../../http/middleware/header-profile.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import type { Routes } from "../../http/route.ts";
import { siteOf } from "../../http/site.ts";
import { htmlResponse } from "../html/document.ts";
import { aboutPage } from "./page.tsx";

export const routes: Routes = {
  "/about": [
    servedAs("page"),
    (context) => {
      const { searchParams } = new URL(context.req.url);
      const { canonical, problems } = aboutQuestion([...searchParams]);
      if (problems) {
        return queryProblemResponse(problems);
      }
      const { OPERATOR: operator, OPERATOR_CONTACT: contact } = context.env;
      return htmlResponse(aboutPage({ origin: siteOf(context), canonical, operator, contact }), {
        headers: { "cache-control": cacheControl },
      });
    },
  ],
};

type Read =
  | { canonical: string | null; problems: null }
  | { canonical: null; problems: readonly QueryProblem[] };

/** `null`: no question was named. Values of a patient are refused, as any other unknown parameter. */
function aboutQuestion(given: readonly [string, string][]): Read {
  const allowed = ["question"];
  const problems = given
    .filter(([name], index) => name !== "question" || index > 0)
    .map(([parameter, value]) =>
      parameter === "question"
        ? { parameter, value: sanitise(value), message: "given more than once", allowed }
        : unknownParameter(parameter, allowed),
    );
  if (problems.length > 0) return { canonical: null, problems };
  const [named] = given;
  if (named === undefined) return { canonical: null, problems: null };
  const read = questionOf(new URLSearchParams(named[1]), dataset);
  return read.problems
    ? { canonical: null, problems: read.problems }
    : { canonical: read.canonical, problems: null };
}
