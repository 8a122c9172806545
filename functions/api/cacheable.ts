/** A cacheable answer with its validator; the body is looked for or made only when the caller lacks it. */
import type { Context } from "hono";
import { cacheControl, entityTag, isFresh } from "../conditional.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { keptAnswers } from "../kept-answers.ts";

/** Bytes: about eight hundred whole comparisons. */
const kept = keptAnswers(8_000_000);

export interface Cacheable {
  /** What is asked for, in canonical form. */
  resource: string;
  /** Part of the validator: two forms of one resource are two answers. */
  mediaType: "json" | "csv" | "text" | "html" | "svg" | "oembed";
  contentType: string;
  make: () => string;
  /** The file of the build with this answer, if there is one. */
  file?: string | null;
  headers?: Readonly<Record<string, string>>;
}

export async function cacheable(
  context: Context<HonoEnvironment>,
  { resource, mediaType, contentType, make, file = null, headers: more }: Cacheable,
): Promise<Response> {
  const etag = entityTag(dataset.answerVersion, resource, mediaType);
  const headers = {
    etag,
    "cache-control": cacheControl,
    ...more,
    vary: more?.vary === undefined ? "accept-encoding" : `${more.vary}, accept-encoding`,
  };
  if (isFresh(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const answer = await kept(context, { key: etag, file, make });
  return new Response(answer.body, {
    encodeBody: answer.encodeBody,
    headers: { ...headers, ...answer.headers, "content-type": contentType },
  });
}
