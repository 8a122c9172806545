/** `GET /v1/brief`: the text of the report, by `Accept` or as `.txt` and `.html`. */
import type { Context } from "hono";
import type { Comparison } from "#core/comparison/answer.ts";
import { depths } from "#presentation/report/document.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { briefOf, briefText as textOf } from "../answers/answers.ts";
import { asOfVariant, asOfWords, earlier } from "../answers/as-of.ts";
import { cacheable } from "../answers/cacheable.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { closed, ofClasses } from "../documentation/resource-parameters.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { servedAs } from "../http/middleware/served-as.ts";
import { acceptedForm, notAcceptable } from "../http/negotiation.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { asOfForeword } from "../pages/changes/as-of-note.tsx";
import { briefPage as pageOf } from "../pages/report/page.tsx";

const types = { text: "text/plain", html: "text/html" } as const;
type Form = keyof typeof types;

const briefWords = { depth: depths, ...asOfWords };

export const routes: Routes = {
  "/v1/brief": [
    servedAs("document"),
    (context) => {
      const form = acceptedForm(context, types, "text");
      if (form === null) return notAcceptable(types);
      return answer(context, form, { vary: "accept" });
    },
  ],
  "/v1/brief.html": [servedAs("document"), (context) => answer(context, "html")],
  "/v1/brief.txt": [servedAs("document"), (context) => answer(context, "text")],
};

function answer(
  context: Context<HonoEnvironment>,
  form: Form,
  headers: Readonly<Record<string, string>> = {},
): Response | Promise<Response> {
  const { query, canonical, values, problems } = readQuestion(context.req.url, {
    own: briefWords,
    onlyClasses: true,
  });
  if (problems) return queryProblemResponse(problems);
  const { depth = "specialist" } = values;
  const asOf = earlier(values["as-of"]);
  const foreword =
    asOf === null
      ? undefined
      : (comparison: Comparison) => asOfForeword(comparison, asOf, catalogue);
  const asked = { query, canonical, depth, words: catalogue, foreword };
  return cacheable(context, {
    resource: `brief?${canonical}&depth=${depth}`,
    // The HTML page contains styles, so it changes with a release. So does what is said of changes.
    isAnswer: form === "text" && asOf === null,
    form,
    variant: asOfVariant(asOf),
    make: () => (form === "html" ? pageOf(briefOf(asked), catalogue) : textOf(asked)),
    headers,
  });
}

export function operations(): readonly Described[] {
  const shared = { tag: "Compare", parameters: [...closed(briefWords), ...ofClasses] } as const;
  return [
    {
      id: "getBrief",
      path: "/v1/brief",
      ...shared,
      summary: "The text of the report",
      description:
        "Every sentence is made from the numbers and cautions of the answer. Text, or a page with `Accept: text/html`. With an earlier `as-of` it begins with what changed since.",
      texts: ["text/plain", "text/html"],
      example: "/v1/brief?outcome=orr",
      also: [406, 503],
    },
    {
      id: "getBriefText",
      path: "/v1/brief.txt",
      ...shared,
      summary: "The same brief as text",
      description: "As `/v1/brief`, whatever is accepted.",
      texts: ["text/plain"],
      example: "/v1/brief.txt?outcome=orr",
      also: [503],
    },
    {
      id: "getBriefPage",
      path: "/v1/brief.html",
      ...shared,
      summary: "The same brief as a page",
      description: "As `/v1/brief`, whatever is accepted.",
      texts: ["text/html"],
      example: "/v1/brief.html?outcome=orr",
      also: [503],
    },
  ];
}
