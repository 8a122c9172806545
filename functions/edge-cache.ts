/**
 * The cache of the data centre that answers. It may be absent (on a machine without one), do nothing
 * (on `workers.dev`) or fail: each is a miss, never an error.
 */
import type { Context } from "hono";
import type { HonoEnvironment } from "./environment.ts";

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

/** Goes on after the answer was sent. */
export function writeEdgeCache(
  context: Context<HonoEnvironment>,
  key: string,
  body: Uint8Array<ArrayBuffer>,
): void {
  const put = async () => {
    const headers = { "cache-control": cacheControl };
    await caches.default.put(addressOf(context, key), new Response(body, { headers }));
  };
  try {
    context.executionCtx.waitUntil(put().catch(() => undefined));
  } catch {
    // Nobody waits for anything outside of a Worker.
  }
}

/** The cache wants an address of the own site; no route answers this one. */
function addressOf({ req }: Context<HonoEnvironment>, key: string): string {
  return `${new URL(req.url).origin}/edge-cache/${encodeURIComponent(key)}`;
}
