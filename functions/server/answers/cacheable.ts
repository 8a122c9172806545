/**
 * A cacheable answer with its ETag. The body is looked up or computed only if the caller does not
 * have it yet.
 */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { cacheControl, entityTag, isFresh } from "../http/conditional.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { release } from "../pages/html/release.ts";
import { type Form, formText } from "./form.ts";
import { keptAnswer } from "./kept-answers.ts";

export interface Cacheable extends Form {
  /** The requested resource, in canonical form. */
  resource: string;
  /**
   * Set if the body is made by `answers.ts` and names no file of the release: then the answer
   * version determines its bytes. Anything else gets a new ETag and cache key with every release.
   */
  isAnswer?: boolean;
  contentType: string;
  make: () => string;
  /** The precomputed file with this answer, if there is one. */
  file?: string | null;
  /** Changes the text, whether it is made here or from that file, before it is kept. */
  finish?: ((text: string) => string) | null;
  /** Whether it is made without any pool. */
  light?: boolean;
  /** Cache key of the body, if it differs from `resource`. */
  keptAs?: string;
  /**
   * Changes the cached text before it is sent. The result of the change is covered by the ETag but
   * is not cached.
   */
  adapt?: ((text: string) => string) | null;
  headers?: Readonly<Record<string, string>>;
}

export async function cacheable(
  context: Context<HonoEnvironment>,
  {
    resource,
    isAnswer = false,
    contentType,
    make,
    file = null,
    finish = null,
    light = false,
    keptAs = resource,
    adapt = null,
    headers: more,
    ...form
  }: Cacheable,
): Promise<Response> {
  // What the answer version does not determine is another text in every release.
  const tagOf = (name: string) =>
    entityTag(dataset.answerVersion, isAnswer ? name : `${name};${release}`, formText(form));
  const etag = tagOf(resource);
  const headers = {
    etag,
    "cache-control": cacheControl,
    ...more,
    vary: more?.vary === undefined ? "accept-encoding" : `${more.vary}, accept-encoding`,
  };
  if (isFresh(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const answer = await keptAnswer(context, {
    key: tagOf(keptAs),
    file,
    make,
    finish,
    light,
    decoded: adapt !== null,
  });
  const body = adapt ? adapt(await new Response(answer.body).text()) : answer.body;
  return new Response(body, {
    encodeBody: answer.encodeBody,
    headers: { ...headers, ...answer.headers, "content-type": contentType },
  });
}
