/**
 * For the page that others frame: whoever looks at a frame sees in words why there is no answer. As data it
 * could not even be shown there. A service that is not set up is not among these: who may frame it is not
 * known then.
 */
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import { english } from "#presentation/words/catalogues.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
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

/** How a reader goes on from each; what is not here stays as it is. */
const ways = new Map<number, Onward>([
  // A shorter question is the only one that can be answered.
  [414, (_, { screen }) => ({ href: "/embed", label: screen.sheet.reset })],
  [429, tryAgain],
  [500, tryAgain],
]);

export const readableErrors = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { status, headers } = context.res;
  const way = ways.get(status);
  if (!way || !headers.get("content-type")?.startsWith("application/problem+json")) return;
  const { pathname, search, searchParams } = new URL(context.req.url);
  const { detail } = v.parse(problem, await context.res.json());
  const { theme, words } = lookOf(searchParams).look ?? { theme: "auto", words: english };
  const html = failurePage({
    theme,
    language: words.screen.language,
    title: words.screen.title,
    heading: words.pages.notShown,
    detail,
    back: way(`${pathname}${search}`, words),
  });
  // The other headers of the answer are kept: how long to wait, and that nobody is to keep it.
  context.res = htmlResponse(html, { status });
});
