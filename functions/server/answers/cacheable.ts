/** Looks up, computes or reads the body only if the caller does not have it yet. */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { NotBuilt } from "../http/built-file.ts";
import { cacheControl, entityTag, isFresh } from "../http/conditional.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { contentTypeOf, type Form } from "../http/negotiation.ts";
import { release } from "../pages/html/release.ts";
import { readPrecomputed } from "./precomputed-files.ts";
import { type Kept, keptAnswer, sent, textOf, type Wanted } from "./text-cache.ts";

export interface Cacheable {
  /** The requested resource, in canonical form. */
  resource: string;
  form: Form;
  /** Without it the text is a file of the build, so that no code for it is in the Worker. */
  make?: Wanted["make"];
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
  { resource, form, make, variant = "", isAnswer = false, adapt = null, headers: more }: Cacheable,
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
  const kept = make
    ? await keptAnswer(context, { key: tagOf(resource), make })
    : await ofBuild(context, constantPath(resource, form));
  const typed = { ...headers, "content-type": contentTypeOf(form) };
  return adapt
    ? sent(context, { ...kept, body: adapt.text(await textOf(kept)), gzipped: false }, typed)
    : sent(context, kept, typed);
}

/** Where the build writes, gzipped and below `dist/`, what is the same for a whole release. */
export function constantPath(resource: string, form: Form): string {
  return `/v1/${resource}.${form}.gz`;
}

async function ofBuild(context: Context<HonoEnvironment>, path: string): Promise<Kept> {
  const body = await readPrecomputed(context, path);
  if (!body) throw new NotBuilt(path);
  return { body, gzipped: true, whence: "precomputed" };
}
