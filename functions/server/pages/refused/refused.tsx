/** Errors as pages for whoever reads. Programs are sent the problem itself (`http/problem.ts`). */
import { createMiddleware } from "hono/factory";
import { render } from "preact-render-to-string";
import { methodsStyles } from "#generated/styles.ts";
import { themes } from "#presentation/screen/appearance.ts";
import { escapeHtml } from "#presentation/screen/escape-html.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { acceptedForm } from "../../http/negotiation.ts";
import { withoutPatient } from "../../http/patient-like.ts";
import type { Problem } from "../../http/problem.ts";
import { htmlDocument, htmlResponse } from "../html/document.ts";
import { Links } from "../html/parts.tsx";
import { SiteFrame } from "../html/site-frame.tsx";
import { siteName } from "../html/site-name.ts";

const { pages, screen } = catalogue;

/** Pages last: a program that takes every form of a resource is no reader. */
const forms = {
  problem: "application/problem+json",
  json: "application/json",
  page: "text/html",
};

/** Whose answers are pages also for callers that accept anything: frames of old browsers do. */
const ofPages = ["embed", "report", "launch"];

export const readableErrors = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { req, res, var: said } = context;
  const usual = ofPages.includes(said.profile ?? "api") ? "page" : "problem";
  if (!res.headers.get("content-type")?.startsWith(forms.problem)) return;
  if (!["GET", "HEAD"].includes(req.method) || acceptedForm(context, forms, usual) !== "page")
    return;
  if (usual === "problem") context.set("profile", "page");
  const html = pageOf(await res.json(), new URL(req.url), req.header("sec-fetch-dest"));
  // The other headers of the response are kept: `retry-after` and `cache-control`.
  context.res = htmlResponse(html, { status: res.status });
});

/** @param place where the browser shows it; a frame cannot show the pages that the navigation leads to. */
function pageOf(problem: Problem, { pathname, searchParams }: URL, place?: string): string {
  const { status, detail, errors = [] } = problem;
  const heading = pages.refused[status] ?? pages.notShown;
  const isFrame = pathname === "/embed" && place !== "document";
  // Names and values were escaped when they were read. Only our own text still has to be.
  const said = errors.map(({ parameter, value, message, allowed }) => {
    const values = allowed.length > 0 ? pages.allowed(allowed.map(escapeHtml)) : "";
    return `<li><strong>${parameter}</strong> = “${value}”: ${escapeHtml(message)}. ${values}</li>`;
  });
  const main = (
    <main class="page text">
      <h1>{heading}</h1>
      {said.length > 0 && <ul dangerouslySetInnerHTML={{ __html: said.join("\n") }} />}
      {errors.length !== 1 && <p>{detail}</p>}
      <Links links={[wayOn(status, pathname, searchParams)]} />
    </main>
  );
  return htmlDocument({
    theme: isFrame
      ? (themes.find((theme) => theme === searchParams.get("theme")) ?? "auto")
      : "system",
    title: `${heading} – ${siteName}`,
    description: heading,
    script: null,
    styles: methodsStyles,
    body: render(isFrame ? main : <SiteFrame>{main}</SiteFrame>),
  });
}

function wayOn(status: Problem["status"], pathname: string, asked: URLSearchParams) {
  // With two slashes a link would name another site.
  const path = pathname.replace(/^\/+/, "/");
  if (status === 404) return { text: pages.site.names.compare, href: "/" };
  if (status < 429) {
    // Some resources need a parameter.
    return path.startsWith("/v1/")
      ? { text: pages.description, href: "/docs/integrators" }
      : { text: screen.sheet.reset, href: path };
  }
  const again = new URLSearchParams(withoutPatient(asked)).toString();
  return { text: screen.states.retry, href: again === "" ? path : `${path}?${again}` };
}
