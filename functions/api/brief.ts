/**
 * `GET /v1/brief`: the comparison said in sentences, as plain text or as a page by `Accept`; at
 * `/v1/brief.txt` and `/v1/brief.html` for links. `depth` says for whom.
 */
import { type Context, Hono } from "hono";
import { asHtml } from "../brief/as-html.tsx";
import { asText } from "../brief/as-text.ts";
import { briefOf } from "../brief/brief.ts";
import { type Brief, depths } from "../brief/parts.ts";
import { compareInWords } from "../compare-in-words.ts";
import { htmlDocument } from "../embed/document.ts";
import { release } from "../embed/release.ts";
import type { HonoEnvironment } from "../environment.ts";
import { queryProblemResponse } from "../problem.ts";
import { cacheable } from "./cacheable.ts";
import { withCitations } from "./citations.ts";
import { acceptedForm, notAcceptable } from "./negotiation.ts";
import { questionWith } from "./question-with.ts";

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
  const { query, canonical, values, problems } = questionWith(context.req.url, depthWords);
  if (problems) return queryProblemResponse(problems);
  const { depth = "specialist" } = values;
  const make = (): Brief => briefOf(withCitations(compareInWords(query)), depth);
  return cacheable(context, {
    // Sentences share words with the screen, and a page carries its styles: with others it is another brief.
    resource: `brief?${canonical}&depth=${depth};${release}`,
    mediaType: form,
    contentType: `${types[form]}; charset=utf-8`,
    make: () => (form === "html" ? page(make()) : asText(make())),
    headers,
  });
}

function page(made: Brief): string {
  return htmlDocument({
    title: `${made.title} – Myeloma Compare`,
    description: "What separate cohorts showed, with every number's source. Evidence, not advice.",
    script: null,
    body: asHtml(made),
  });
}
