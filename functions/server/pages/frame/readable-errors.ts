/**
 * For the page that others frame: whoever looks at a frame sees in words why there is no answer. As data it
 * could not even be shown there. A service that is not set up is not among these: who may frame it is not
 * known then.
 */
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import { en } from "#presentation/words/english/screen.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { htmlResponse } from "../html/document.ts";
import { lookOf } from "./look.ts";
import { failurePage } from "./refusal.ts";

const problem = v.object({ detail: v.string() });

const heading = "This comparison cannot be shown.";

interface Way {
  href: string;
  label: string;
}

const tryAgain = (path: string): Way => ({ href: path, label: en.states.retry });

/** How a reader goes on from each; what is not here stays as it is. */
const ways = new Map<number, (path: string) => Way>([
  // A shorter question is the only one that can be answered.
  [414, () => ({ href: "/embed", label: en.sheet.reset })],
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
  const html = failurePage({
    theme: lookOf(searchParams).look?.theme ?? "auto",
    title: en.title,
    heading,
    detail,
    back: way(`${pathname}${search}`),
  });
  // The other headers of the answer are kept: how long to wait, and that nobody is to keep it.
  context.res = htmlResponse(html, { status });
});
