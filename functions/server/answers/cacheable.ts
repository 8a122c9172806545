/** Looks up or computes the body only if the caller does not have it yet. */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { cacheControl, entityTag, isFresh } from "../http/conditional.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { release } from "../pages/html/release.ts";
import { keptAnswer, sent, textOf, type Wanted } from "./text-cache.ts";

const contentTypes = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  text: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
} as const;

export interface Cacheable extends Omit<Wanted, "key"> {
  /** The requested resource, in canonical form. */
  resource: string;
  form: keyof typeof contentTypes;
  /** What else of the request determines the text; empty for what is usual. */
  variant?: string;
  /** Made by `answers.ts`, so that the answer version determines its bytes. */
  isAnswer?: boolean;
  /** Changes the text before it is sent, `by` what the request says. The result is not kept. */
  adapt?: { by: string; text: (kept: string) => string } | null;
  headers?: Readonly<Record<string, string>>;
}

export async function cacheable(
  context: Context<HonoEnvironment>,
  {
    resource,
    form,
    variant = "",
    isAnswer = false,
    adapt = null,
    headers: more,
    ...wanted
  }: Cacheable,
): Promise<Response> {
  // What the answer version does not determine is another text in every release.
  const tagOf = (name: string) =>
    entityTag(
      dataset.answerVersion,
      isAnswer ? name : `${name};${release}`,
      variant === "" ? form : `${form};${variant}`,
    );
  const etag = tagOf(adapt ? `${resource}&${adapt.by}` : resource);
  const headers = {
    etag,
    "cache-control": cacheControl,
    ...more,
    vary: more?.vary === undefined ? "accept-encoding" : `${more.vary}, accept-encoding`,
  };
  if (isFresh(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const kept = await keptAnswer(context, { key: tagOf(resource), ...wanted });
  const typed = { ...headers, "content-type": contentTypes[form] };
  return adapt
    ? sent(context, { ...kept, body: adapt.text(await textOf(kept)), gzipped: false }, typed)
    : sent(context, kept, typed);
}
