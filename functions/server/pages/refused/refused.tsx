/**
 * Errors as pages for whoever reads: what is wrong, what is allowed, and questions that are not.
 * Programs are sent the problem document itself (`http/problem.ts`).
 */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { render } from "preact-render-to-string";
import * as v from "valibot";
import { sanitise } from "#core/question/parse-query.ts";
import { methodsStyles } from "#generated/styles.ts";
import { escapeHtml } from "#presentation/screen/escape-html.ts";
import { type Catalogue, catalogue } from "#presentation/words/catalogue.ts";
import { outcomeLabel } from "../../answers/outcome-names.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { acceptedForm } from "../../http/negotiation.ts";
import { withoutPatient } from "../../http/patient-like.ts";
import { named } from "../../site.ts";
import { lookOf } from "../frame/look.ts";
import { htmlDocument, htmlResponse } from "../html/document.ts";
import { Links } from "../html/parts.tsx";
import { SiteFrame } from "../html/site-frame.tsx";
import { siteName } from "../html/site-name.ts";

const link = v.object({ text: v.string(), href: v.string() });
const wrongSchema = v.object({
  parameter: v.string(),
  value: v.string(),
  message: v.string(),
  allowed: v.array(v.string()),
});
const problemSchema = v.object({
  status: v.number(),
  detail: v.string(),
  errors: v.optional(v.array(wrongSchema), []),
  offers: v.optional(v.array(link), []),
});

type Link = v.InferOutput<typeof link>;
type Wrong = v.InferOutput<typeof wrongSchema>;
type Pairs = readonly (readonly [string, string])[];

/** Pages last: a program that takes every form of a resource is no reader. */
const forms = {
  problem: "application/problem+json",
  json: "application/json",
  page: "text/html",
} as const;

/** Whose answers are pages also for callers that accept anything: frames of old browsers do. */
const ofPages: ReadonlySet<string> = new Set(["embed", "report", "launch"]);

/** An error as JSON could not be shown in a frame, and says little to who opens an address. */
export const readableErrors = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { status, headers } = context.res;
  if (!headers.get("content-type")?.startsWith(forms.problem) || !isRead(context)) return;
  const problem = v.parse(problemSchema, await context.res.json());
  const { profile = "api" } = context.var;
  if (!ofPages.has(profile)) context.set("profile", "page");
  // The other headers of the response are kept: `retry-after` and `cache-control`.
  context.res = htmlResponse(refusedPage(problem, context), { status });
});

function isRead(context: Context<HonoEnvironment>): boolean {
  const { profile = "api" } = context.var;
  if (!["GET", "HEAD"].includes(context.req.method)) return false;
  return acceptedForm(context, forms, ofPages.has(profile) ? "page" : "problem") === "page";
}

type Problem = v.InferOutput<typeof problemSchema>;

function refusedPage(problem: Problem, context: Context<HonoEnvironment>): string {
  const { pathname, searchParams } = new URL(context.req.url);
  const isEmbed = pathname === "/embed";
  const look = isEmbed ? lookOf(searchParams).look : null;
  const words = look?.words ?? catalogue;
  const given = withoutPatient(searchParams);
  const heading = words.pages.refused[problem.status] ?? words.pages.notShown;
  const main = (
    <main class="page text">
      <h1>{heading}</h1>
      <Said problem={problem} path={pathname} given={given} words={words} />
      <Links links={onward(problem, pathname, given, words)} />
    </main>
  );
  // A frame cannot show the pages that the navigation leads to.
  const isFramed = isEmbed && context.req.header("sec-fetch-dest") !== "document";
  return htmlDocument({
    theme: isEmbed ? (look?.theme ?? "auto") : "system",
    title: `${heading} – ${siteName}`,
    description: heading,
    script: null,
    styles: methodsStyles,
    body: render(isFramed ? main : <SiteFrame>{main}</SiteFrame>),
  });
}

interface SaidProps {
  problem: Problem;
  path: string;
  given: Pairs;
  words: Catalogue;
}

function Said({ problem: { detail, errors }, path, given, words }: SaidProps) {
  if (errors.length === 0) return <p>{detail}</p>;
  const right = errors.length > mostLinked ? null : withoutWrong(errors, given);
  const items = errors.map(({ parameter, value, message, allowed }) => {
    const values = allowed.map((one) => {
      const leads = right && !message.startsWith(unknown) && /^[\w:-]+$/.test(one);
      if (!leads) return escapeHtml(one);
      const name = parameter === "outcome" ? outcomeLabel(one) : one;
      return anchor(name, addressOf(path, [...right, [parameter, one]]));
    });
    const said = values.length > 0 ? ` ${words.pages.allowed(values)}` : "";
    // Names and values were escaped when they were read. Only our own text still has to be.
    return `<li><strong>${parameter}</strong> = “${value}”: ${escapeHtml(message)}.${said}</li>`;
  });
  // Of several it says how many more there are.
  if (errors.length > 1) items.push(`<li>${escapeHtml(detail)}</li>`);
  return <ul dangerouslySetInnerHTML={{ __html: items.join("\n") }} />;
}

/** With more that is wrong, or a longer question, its values are no links: a page stays small. */
const mostLinked = 3;
const longestLinked = 300;

const unknown = "unknown parameter";

/** What is left to ask; `null` if the address has what is wrong by no such name, or is long. */
function withoutWrong(errors: readonly Wrong[], given: Pairs): Pairs | null {
  const wrong = new Set(errors.map(({ parameter }) => parameter));
  const right = given.filter(([name]) => !wrong.has(sanitise(name)));
  const isThere = right.length < given.length || errors.every(({ value }) => value === "");
  return !isThere || addressOf("", right).length > longestLinked ? null : right;
}

function anchor(text: string, href: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}

function addressOf(path: string, pairs: Pairs): string {
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return text === "" ? path : `${path}?${text.replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}

/** Where a reader can go: the nearest valid question, or the nearest page. */
function onward(
  { status, errors, offers }: Problem,
  path: string,
  given: Pairs,
  { pages, screen }: Catalogue,
): readonly Link[] {
  if (offers.length > 0) return offers;
  const again = addressOf(path, given);
  const isData = path.startsWith("/v1/");
  const described = { text: pages.description, href: "/docs/integrators" };
  switch (status) {
    case 400: {
      const right = withoutWrong(errors, given) ?? [];
      const names = [...new Set(errors.map(({ parameter }) => parameter))].join(", ");
      const nearest = { text: pages.without(names), href: addressOf(path, right) };
      // Data may need what would be left out; only what nobody knows they do not.
      const isKnown = !errors.every(({ message }) => message.startsWith(unknown));
      return [
        ...(right.length > 0 && !(isData && isKnown) ? [nearest] : []),
        isData ? described : { text: screen.sheet.reset, href: path },
      ];
    }
    // Only a shorter question can be answered.
    case 414:
      return [{ text: screen.sheet.reset, href: path }];
    case 429:
    case 500:
      return [{ text: screen.states.retry, href: again }];
    // The element answers on the reader's device.
    case 503:
      return [{ text: screen.title, href: addressOf("/embed", given) }];
    default:
      return [isData ? described : nearestPage(path)];
  }
}

function nearestPage(path: string): Link {
  const near = named.find((page) => page.path !== "/" && path.startsWith(page.path));
  const { path: href, name } = near ?? ({ path: "/embed", name: "compare" } as const);
  return { text: catalogue.pages.site.names[name], href };
}
