/**
 * The cache of the data centre that answers. It may be absent (on a machine without one), do nothing
 * (on `workers.dev`) or fail: each is a miss, never an error. What it keeps is gzipped, and it is not
 * told: a cache may decode what says how it is encoded.
 */
import type { Context } from "hono";
import type { Bytes } from "../http/content-coding.ts";
import type { HonoEnvironment } from "../http/environment.ts";

/** Keys bear the answer version, so nothing goes out of date; a day spares the cache what nobody asks again. */
const cacheControl = "public, max-age=86400";

export async function readEdgeCache(
  context: Context<HonoEnvironment>,
  key: string,
): Promise<ReadableStream | null> {
  try {
    const found = await caches.default.match(addressOf(context, key));
    return found?.ok ? found.body : null;
  } catch {
    return null;
  }
}

export async function writeEdgeCache(
  context: Context<HonoEnvironment>,
  key: string,
  gzipped: Bytes,
): Promise<void> {
  const headers = { "cache-control": cacheControl };
  await caches.default.put(addressOf(context, key), new Response(gzipped, { headers }));
}

/** The cache wants an address of the own site; no route answers this one. */
function addressOf({ req }: Context<HonoEnvironment>, key: string): string {
  const origin = req.url.slice(0, req.url.indexOf("/", "https://".length));
  return `${origin}/edge-cache/gzip/${encodeURIComponent(key)}`;
}
