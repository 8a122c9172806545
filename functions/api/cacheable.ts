/** A cacheable answer with its validator; the body is made only when the caller lacks it. */
import type { Context } from "hono";
import { entityTag, isFresh } from "../conditional.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { memo, textSize } from "../memo.ts";

/** Characters: about fifty whole comparisons. */
const bodies = memo<string>(4_000_000, textSize);

export interface Cacheable {
  /** What is asked for, in canonical form. */
  resource: string;
  /** Part of the validator: two forms of one resource are two answers. */
  mediaType: "json" | "csv" | "text" | "html" | "svg";
  contentType: string;
  make: () => string;
  headers?: Readonly<Record<string, string>>;
}

export function cacheable(
  context: Context<HonoEnvironment>,
  { resource, mediaType, contentType, make, headers: more }: Cacheable,
): Response {
  const etag = entityTag(dataset.answerVersion, resource, mediaType);
  const headers = {
    etag,
    "cache-control": "public, max-age=300, stale-while-revalidate=86400",
    ...more,
  };
  if (isFresh(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(bodies(etag, make), {
    headers: { ...headers, "content-type": contentType },
  });
}
