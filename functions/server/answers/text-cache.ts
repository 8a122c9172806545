/**
 * Where the text of a resource is looked up before it is rendered: in the memory of the isolate and in
 * the edge cache. Both have it gzipped. The decoded bytes do not depend on where they are found, because
 * every key contains the answer version.
 */
import type { Context } from "hono";
import { memo } from "#core/cache/memo.ts";
import { type Bytes, bytesOf, gunzip, gzip, takesGzip } from "../http/content-coding.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { inTime } from "../http/in-time.ts";
import { askingFor } from "./answer-source.ts";
import type { Ask } from "./full-answer.ts";

type Whence = "memo" | "precomputed" | "cache" | "computed";

export interface Wanted {
  /** The cache key: all that determines the bytes (answer version, question, form). */
  key: string;
  make: (ask: Ask) => string | Promise<string>;
}

export interface Kept {
  body: Bytes | ReadableStream | string;
  gzipped: boolean;
  whence: Whence;
}

/** RFC 9211: whether a cache had the text, and which one, or files of the build all that is in it. */
const status: Readonly<Record<Whence, string>> = {
  memo: "myeloma-compare; hit; detail=memo",
  precomputed: "myeloma-compare; hit; detail=precomputed",
  cache: "myeloma-compare; hit; detail=cache",
  computed: "myeloma-compare; fwd=miss; detail=computed",
};

/** Limit of the memory cache in bytes: about 1200 whole comparisons. */
const most = 12_000_000;

/** An entry of the memory cache. An answer that was just computed is not gzipped yet. */
interface Body {
  bytes: Bytes;
  gzipped: boolean;
}

/** The only memory cache of answers, for all resources and forms. */
const bodies = memo<Body>(most, ({ bytes }) => bytes.byteLength);
const encoder = new TextEncoder();

export async function keptAnswer(
  context: Context<HonoEnvironment>,
  { key, make }: Wanted,
): Promise<Kept> {
  const known = inMemory(key);
  if (known) return known;
  const bytes = await readEdgeCache(context, key);
  // Another request may have rendered the same text during this lookup.
  const meanwhile = inMemory(key);
  if (meanwhile) return meanwhile;
  if (bytes) {
    bodies.set(key, { bytes, gzipped: true });
    return { body: bytes, gzipped: true, whence: "cache" };
  }
  const { ask, isPrecomputed } = askingFor(context);
  const text = await make(ask);
  return remembered(context, key, text, isPrecomputed() ? "precomputed" : "computed");
}

function inMemory(key: string): Kept | null {
  const known = bodies.get(key);
  return known ? { body: known.bytes, gzipped: known.gzipped, whence: "memo" } : null;
}

function remembered(
  context: Context<HonoEnvironment>,
  key: string,
  text: string,
  whence: Whence,
): Kept {
  const bytes = encoder.encode(text);
  bodies.set(key, { bytes, gzipped: false });
  afterwards(context, () => keep(context, key, bytes));
  return { body: bytes, gzipped: false, whence };
}

/** Runs after the response was sent, so that no request waits for the compression. */
async function keep(context: Context<HonoEnvironment>, key: string, made: Bytes): Promise<void> {
  const bytes = await gzip(made);
  bodies.set(key, { bytes, gzipped: true });
  await writeEdgeCache(context, key, bytes);
}

/** Sends gzipped bytes as they are, or decoded if the caller does not accept gzip. */
export function sent(
  { req }: Context<HonoEnvironment>,
  { body, gzipped, whence }: Kept,
  headers: Readonly<Record<string, string>>,
): Response {
  const said = { ...headers, "cache-status": status[whence] };
  if (gzipped && takesGzip(req.raw)) {
    return new Response(body, {
      encodeBody: "manual",
      headers: { ...said, "content-encoding": "gzip" },
    });
  }
  return new Response(gzipped && typeof body !== "string" ? gunzip(body) : body, { headers: said });
}

export function textOf({ body, gzipped }: Kept): Promise<string> {
  return new Response(gzipped && typeof body !== "string" ? gunzip(body) : body).text();
}

/** Outside of a Worker there is no execution context, and the work is skipped. */
function afterwards(context: Context<HonoEnvironment>, work: () => Promise<void>): void {
  try {
    const { executionCtx } = context;
    executionCtx.waitUntil(work().catch(() => undefined));
  } catch {
    // The computed answer stays in the memory cache without compression.
  }
}

/** Keys hold the answer version, so no entry becomes outdated; a day removes unwanted ones. */
const aDay = "public, max-age=86400";

/**
 * The cache of the data centre that handles the request. It may be absent (on a local machine), do
 * nothing (on `workers.dev`), fail, break off or never answer: each counts as a miss, never as an error.
 * Its entries are gzipped but have no `content-encoding`, because a cache may decode an entry that has one.
 */
async function readEdgeCache(
  context: Context<HonoEnvironment>,
  key: string,
): Promise<Bytes | null> {
  try {
    const found = await inTime(caches.default.match(addressOf(context, key)));
    if (found?.ok && found.body) return await inTime(bytesOf(found.body));
    await found?.body?.cancel();
    return null;
  } catch {
    return null;
  }
}

async function writeEdgeCache(
  context: Context<HonoEnvironment>,
  key: string,
  gzipped: Bytes,
): Promise<void> {
  const headers = { "cache-control": aDay };
  await caches.default.put(addressOf(context, key), new Response(gzipped, { headers }));
}

/** The cache needs a URL of this site. No route exists for this one. */
function addressOf({ req }: Context<HonoEnvironment>, key: string): string {
  const origin = req.url.slice(0, req.url.indexOf("/", "https://".length));
  return `${origin}/edge-cache/gzip/${encodeURIComponent(key)}`;
}
