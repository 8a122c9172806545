/**
 * Turns errors into readable pages for `/embed`, so that people who look at a frame see why there
 * is no answer. An error as JSON could not be shown in a frame. Errors about an invalid
 * installation stay as they are, because then it is not known who may frame the page.
 */

import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import { type Catalogue, catalogue } from "#presentation/words/catalogue.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { withoutPatient } from "../../http/patient-like.ts";
import { htmlResponse } from "../html/document.ts";
import { lookOf } from "./look.ts";
import { failurePage } from "./refusal.ts";

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
