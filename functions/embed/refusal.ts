/** The readable 400 page of an address that a person opened: every parameter at fault, what it may be, and a way back. */
import type { Theme } from "../../widget/element-contract.ts";
import type { QueryProblem } from "../comparison/parse-query.ts";
import { htmlDocument, htmlResponse } from "./document.ts";
import { escapeHtml } from "./escape-html.ts";

export interface Refusal {
  /** As the system is, unless said. */
  theme?: Theme;
  title: string;
  heading: string;
  problems: readonly QueryProblem[];
  back: { href: string; label: string };
}

export function refusal({ theme = "auto", title, heading, problems, back }: Refusal): Response {
  const items = problems
    .map(({ parameter, value, message, allowed }) => {
      const values = allowed.length > 0 ? ` Allowed: ${allowed.join(", ")}.` : "";
      // Names and values were made safe when they were read; only our own text is escaped here.
      return `<li><strong>${parameter}</strong> = “${value}”: ${escapeHtml(message)}.${escapeHtml(values)}</li>`;
    })
    .join("\n");
  const html = htmlDocument({
    theme,
    title,
    description: heading,
    script: null,
    body: `<main class="page">\n<h1>${heading}</h1>\n<ul>\n${items}\n</ul>\n<p><a href="${back.href}">${back.label}</a></p>\n</main>`,
  });
  return htmlResponse(html, { status: 400, headers: { "cache-control": "no-store" } });
}
