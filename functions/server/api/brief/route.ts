/**
 * `GET /v1/brief`: the comparison said in sentences, as plain text or as a page by `Accept`; at
 * `/v1/brief.txt` and `/v1/brief.html` for links. `depth` says for whom.
 */
import { type Context, Hono } from "hono";
import { depths } from "#presentation/brief/parts.ts";
import { briefPage as page, briefText as text } from "../../answers/answers.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { wordedQuestion } from "../../answers/worded-question.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { acceptedForm, notAcceptable } from "../../http/negotiation.ts";
import { queryProblemResponse } from "../../http/problem.ts";

const types = { text: "text/plain", html: "text/html" } as const;
type Form = keyof typeof types;

/** What its own parameter may be. */
export const depthWords = { depth: depths };

export const brief = new Hono<HonoEnvironment>().get("/", (context) => {
  const form = acceptedForm(context, types, "text");
  if (form === null) return notAcceptable(types);
  return answer(context, form, { vary: "accept" });
});

export const briefPage = new Hono<HonoEnvironment>().get("/", (context) => answer(context, "html"));

export const briefText = new Hono<HonoEnvironment>().get("/", (context) => answer(context, "text"));

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
    // A page carries its styles: with those of another release it is another brief.
    isAnswer: form === "text",
    mediaType: form,
    language: words.screen.language,
    contentType: `${types[form]}; charset=utf-8`,
    make: () => (form === "html" ? page(query, depth, words) : text(query, depth, words)),
    headers,
  });
}
