/**
 * Readable error pages for a URL that a person opened or that a frame shows: what is wrong, and a
 * link to continue.
 */

import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import type { QueryProblem } from "#core/question/parse-query.ts";
import type { Theme } from "#presentation/screen/appearance.ts";
import { escapeHtml } from "#presentation/screen/escape-html.ts";
import { type Catalogue, catalogue } from "#presentation/words/catalogue.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { withoutPatient } from "../../http/patient-like.ts";
import { toldProblems } from "../../http/told-problems.ts";
import { htmlDocument, htmlResponse } from "../html/document.ts";
import { lookOf } from "./look.ts";

interface Page {
  /** Default: the theme of the reader's system. */
  theme?: Theme;
  title: string;
  heading: string;
  back: { href: string; label: string };
}

export interface Refusal extends Page {
  problems: readonly QueryProblem[];
}

/** A 400 response: every invalid parameter, with the allowed values. */
export function refusal({ problems, ...page }: Refusal): Response {
  const words = catalogue.pages;
  const told = toldProblems(problems);
  const items = told.problems.map(({ parameter, value, message, allowed }) => {
    const values = allowed.length > 0 ? ` ${words.allowed(allowed)}` : "";
    // Names and values were escaped when they were read. Only our own text still has to be.
    return `<li><strong>${parameter}</strong> = “${value}”: ${escapeHtml(message)}.${escapeHtml(values)}</li>`;
  });
  if (told.more > 0) items.push(`<li>${escapeHtml(words.more(told.more))}</li>`);
  return htmlResponse(readablePage(page, `<ul>\n${items.join("\n")}\n</ul>`), {
    status: 400,
    headers: { "cache-control": "no-store" },
  });
}

export interface Failure extends Page {
  detail: string;
}

/** A page with one sentence about what went wrong. */
export function failurePage({ detail, ...page }: Failure): string {
  return readablePage(page, `<p>${escapeHtml(detail)}</p>`);
}

function readablePage({ theme = "system", title, heading, back }: Page, content: string): string {
  return htmlDocument({
    theme,
    title,
    description: heading,
    script: null,
    body: `<main class="page">\n<h1>${escapeHtml(heading)}</h1>\n${content}\n<p><a href="${escapeHtml(back.href)}">${escapeHtml(back.label)}</a></p>\n</main>`,
  });
}

const problem = v.object({ detail: v.string() });

interface Way {
  href: string;
  label: string;
}

type Onward = (path: string, words: Catalogue) => Way;

const tryAgain: Onward = (path, { screen }) => ({ href: path, label: screen.states.retry });

/** What a reader can do after each error. Errors with other statuses are not changed. */
const ways = new Map<number, Onward>([
  // The URL is too long, so only a shorter question can be answered.
  [414, (_, { screen }) => ({ href: "/embed", label: screen.sheet.reset })],
  [429, tryAgain],
  [500, tryAgain],
]);

/**
 * Turns errors into readable pages for `/embed`, so that people who look at a frame see why there
 * is no answer. An error as JSON could not be shown in a frame. Errors about an invalid
 * installation stay as they are, because then it is not known who may frame the page.
 */
export const readableErrors = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { status, headers } = context.res;
  const way = ways.get(status);
  if (!way || !headers.get("content-type")?.startsWith("application/problem+json")) return;
  const { pathname, searchParams } = new URL(context.req.url);
  const { detail } = v.parse(problem, await context.res.json());
  const { theme, words } = lookOf(searchParams).look ?? { theme: "auto", words: catalogue };
  const html = failurePage({
    theme,
    title: words.screen.title,
    heading: words.pages.notShown,
    detail,
    back: way(pathname + searchOf(withoutPatient(searchParams)), words),
  });
  // The other headers of the response are kept: `retry-after` and `cache-control`.
  context.res = htmlResponse(html, { status });
});

function searchOf(pairs: [string, string][]): string {
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
