/** Shows errors as pages to readers. Programs get the problem itself (`http/problem.ts`). */

import { createMiddleware } from "hono/factory";
import { formatProblemParameter } from "#core/question/query-problem.ts";
import { kitStyles } from "#generated/styles.ts";
import { themes } from "#presentation/embed/snippets.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { escapeHtml } from "#presentation/words/html.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { findAcceptedForm } from "../../http/negotiation.ts";
import type { Problem } from "../../http/problem.ts";
import { respondWithHtml } from "../html/document.ts";
import { renderSitePage } from "../html/site-frame.tsx";

const titles: Readonly<Record<number, string>> = {
  400: "This question was not understood.",
  404: "There is no such page.",
};

/** Lists pages last, because a program that accepts every form of a resource is not a reader. */
const forms = { problem: "application/problem+json", json: "application/json", page: "text/html" };

export const readableErrors = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { req, res, var: variables } = context;
  const isProblem = res.headers.get("content-type")?.startsWith(forms.problem);
  if (!isProblem || !["GET", "HEAD"].includes(req.method)) return;
  // Old browsers accept anything for a frame or a page.
  const usualForm = ["embed", "report"].includes(variables.profile ?? "api") ? "page" : "problem";
  if (findAcceptedForm(context, forms, usualForm) !== "page") return;
  if (usualForm === "problem") context.set("profile", "page");
  const html = renderErrorPage(await res.json(), new URL(req.url), req.header("sec-fetch-dest"));
  // The other headers of the response are kept: `retry-after` and `cache-control`.
  context.res = respondWithHtml(html, { status: res.status });
});

function renderErrorPage(
  { status, detail, errors = [] }: Problem,
  url: URL,
  destination?: string,
): string {
  const title = titles[status] ?? "This cannot be shown.";
  const isFramed = url.pathname === "/embed" && destination !== "document";
  const theme = themes.find((word) => word === url.searchParams.get("theme")) ?? "auto";
  // Values were escaped when they were read, so only our own text still has to be escaped.
  const lines = errors.map((problem) => {
    const { value, message, allowed } = problem;
    const values = allowed.length > 0 ? `Allowed: ${allowed.map(escapeHtml).join(", ")}.` : "";
    const valueText = value === "" ? "" : ` = “${value}”`;
    return `<li><strong>${formatProblemParameter(problem)}</strong>${valueText}: ${escapeHtml(message)}. ${values}</li>`;
  });
  const [text, href] = chooseErrorPageLink(status, url.pathname);
  const content = (
    <main class="page text">
      <h1>{title}</h1>
      {lines.length > 0 && <ul dangerouslySetInnerHTML={{ __html: lines.join("\n") }} />}
      {errors.length !== 1 && <p>{detail}</p>}
      <p class="ways">
        <a href={href}>{text}</a>
      </p>
    </main>
  );
  const look = { styles: kitStyles, theme: isFramed ? theme : "system", isFramed } as const;
  return renderSitePage({ title, description: title, content, ...look });
}

/**
 * Returns a link to continue. An empty address repeats the request. A path keeps only one slash at its start, because
 * with two a link would name another site.
 */
function chooseErrorPageLink(
  status: Problem["status"],
  path: string,
): readonly [text: string, href: string] {
  if (status === 404) return ["Open the comparison", "/"];
  if (status >= 429) return [elementTexts.states.retry, ""];
  if (path.startsWith("/v1/")) return ["What can be asked", "/docs/integrators"];
  return [elementTexts.sheet.reset, path.replace(/^\/+/, "/")];
}
