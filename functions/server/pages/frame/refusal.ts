/**
 * Readable error pages for a URL that a person opened or that a frame shows: what is wrong, and a
 * link to continue.
 */

import type { QueryProblem } from "#core/question/parse-query.ts";
import type { Theme } from "#presentation/screen/appearance.ts";
import { escapeHtml } from "#presentation/screen/escape-html.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { toldProblems } from "../../http/told-problems.ts";
import { htmlDocument, htmlResponse } from "../html/document.ts";

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
