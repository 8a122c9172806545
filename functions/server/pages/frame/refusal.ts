/**
 * The readable pages of an address that a person opened, or that a frame shows, and that has no answer: what
 * is wrong, and a way on.
 */

import type { QueryProblem } from "#core/question/parse-query.ts";
import type { Theme } from "#presentation/view/appearance.ts";
import { escapeHtml } from "#presentation/view/escape-html.ts";
import { english } from "#presentation/words/catalogues.ts";
import { usualLanguage } from "#presentation/words/tag.ts";
import { htmlDocument, htmlResponse } from "../html/document.ts";

interface Page {
  /** As the system is, unless said. */
  theme?: Theme;
  /** English, unless said. */
  language?: string;
  title: string;
  heading: string;
  back: { href: string; label: string };
}

export interface Refusal extends Page {
  problems: readonly QueryProblem[];
  /** What a parameter may be, in words. */
  allowed?: (values: readonly string[]) => string;
}

/** A 400: every parameter at fault, and what it may be. */
export function refusal({
  problems,
  allowed: said = english.pages.allowed,
  ...page
}: Refusal): Response {
  const items = problems
    .map(({ parameter, value, message, allowed }) => {
      const values = allowed.length > 0 ? ` ${said(allowed)}` : "";
      // Names and values were made safe when they were read; only our own text is escaped here.
      return `<li><strong>${parameter}</strong> = “${value}”: ${escapeHtml(message)}.${escapeHtml(values)}</li>`;
    })
    .join("\n");
  return htmlResponse(readablePage(page, `<ul>\n${items}\n</ul>`), {
    status: 400,
    headers: { "cache-control": "no-store" },
  });
}

export interface Failure extends Page {
  detail: string;
}

/** What went wrong in a sentence. */
export function failurePage({ detail, ...page }: Failure): string {
  return readablePage(page, `<p>${escapeHtml(detail)}</p>`);
}

function readablePage(
  { theme = "auto", language = usualLanguage, title, heading, back }: Page,
  content: string,
): string {
  return htmlDocument({
    theme,
    language,
    title,
    description: heading,
    script: null,
    body: `<main class="page">\n<h1>${escapeHtml(heading)}</h1>\n${content}\n<p><a href="${escapeHtml(back.href)}">${escapeHtml(back.label)}</a></p>\n</main>`,
  });
}
