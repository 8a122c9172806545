/**
 * `GET /v1/brief`: the comparison in sentences, as plain text or as an HTML page, depending on
 * `Accept`. For links: `/v1/brief.txt` and `/v1/brief.html`. `depth` selects the readers.
 */
import { type Context, Hono } from "hono";
import { depths } from "#presentation/brief/parts.ts";
import { briefPage as page, briefText as text } from "../../answers/answers.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { wordedQuestion } from "../../answers/worded-question.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import { acceptedForm, notAcceptable } from "../../http/negotiation.ts";
import { queryProblemResponse } from "../../http/problem.ts";

const types = { text: "text/plain", html: "text/html" } as const;
type Form = keyof typeof types;

/** The allowed values of its own parameter. */
export const depthWords = { depth: depths };

const brief = new Hono<HonoEnvironment>().get("/", servedAs("document"), (context) => {
  const form = acceptedForm(context, types, "text");
  if (form === null) return notAcceptable(types);
  return answer(context, form, { vary: "accept" });
});

const briefPage = new Hono<HonoEnvironment>().get("/", servedAs("document"), (context) =>
  answer(context, "html"),
);

const briefText = new Hono<HonoEnvironment>().get("/", servedAs("document"), (context) =>
  answer(context, "text"),
);

export const routes = {
  "/v1/brief": brief,
  "/v1/brief.html": briefPage,
  "/v1/brief.txt": briefText,
};

function answer(
  context: Context<HonoEnvironment>,
  form: Form,
  headers: Readonly<Record<string, string>> = {},
): Response | Promise<Response> {
  const { query, canonical, values, words, problems } = wordedQuestion(context.req.url, depthWords);
  if (problems) return queryProblemResponse(problems);
  const { depth = "specialist" } = values;
  return cacheable(context, {
    resource: `brief?${canonical}&depth=${depth}`,
    // The HTML page contains styles, so it changes with a release.
    isAnswer: form === "text",
    mediaType: form,
    language: words.screen.language,
    contentType: `${types[form]}; charset=utf-8`,
    make: () =>
      form === "html" ? page(query, depth, words, canonical) : text(query, depth, words, canonical),
    headers,
  });
}
