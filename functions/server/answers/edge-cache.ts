/**
 * The cache of the data centre that handles the request. It may be absent (on a local machine), do
 * nothing (on `workers.dev`), fail or never answer: each counts as a miss, never as an error. Its entries are
 * gzipped but have no `content-encoding`, because a cache may decode an entry that has one.
 */
import type { Context } from "hono";
import type { Bytes } from "../http/content-coding.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { inTime } from "../http/in-time.ts";

/**
 * Keys contain the answer version, so entries never become outdated. A day is enough, as it removes
 * answers that nobody requests again.
 */
const cacheControl = "public, max-age=86400";

export async function readEdgeCache(
  context: Context<HonoEnvironment>,
  key: string,
): Promise<ReadableStream | null> {
  try {
    const found = await inTime(caches.default.match(addressOf(context, key)));
    if (found?.ok) return found.body;
    await found?.body?.cancel();
    return null;
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

/** The cache needs a URL of this site. No route exists for this one. */
function addressOf({ req }: Context<HonoEnvironment>, key: string): string {
  const origin = req.url.slice(0, req.url.indexOf("/", "https://".length));
  return `${origin}/edge-cache/gzip/${encodeURIComponent(key)}`;
}
