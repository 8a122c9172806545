/** A cacheable JSON answer with its validator; the body is made only when the caller lacks it. */
import type { Context } from "hono";
import { entityTag, isFresh } from "../conditional.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { memo, textSize } from "../memo.ts";

const mediaType = "application/json; charset=utf-8";

/** Characters: about fifty whole comparisons. */
const bodies = memo<string>(4_000_000, textSize);

export function cacheableJson(
  context: Context<HonoEnvironment>,
  resource: string,
  make: () => unknown,
): Response {
  const etag = entityTag(dataset.answerVersion, resource, "json");
  const headers = {
    etag,
    "cache-control": "public, max-age=300, stale-while-revalidate=86400",
  };
  if (isFresh(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const body = bodies(etag, () => JSON.stringify(make()));
  return new Response(body, {
    headers: { ...headers, "content-type": mediaType },
  });
}
