/**
 * Answers a request with a text that callers and caches may store. A caller that already has the text (`ETag`) gets
 * status 304. For any other caller the text comes from the memory of the isolate, then the edge cache (both store it
 * gzipped), then a file of the build, and otherwise it is made. All of these have the same bytes, because every key
 * contains the answer version.
 */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { NotBuilt } from "../../http/built-file.ts";
import { cacheControl, entityTag, isFresh } from "../../http/conditional.ts";
import { type Bytes, bytesOf, gunzip, gzip, takesGzip } from "../../http/content-coding.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { inTime } from "../../http/in-time.ts";
import { contentTypeOf, type Form } from "../../http/negotiation.ts";
import { release } from "../../pages/html/release.ts";
import type { Ask } from "../compute/full-answer.ts";
import { askingFor } from "./answer-source.ts";
import { type CachedText, memory } from "./memory.ts";
import { readPrecomputed } from "./precomputed-files.ts";

type Make = (ask: Ask) => string | Promise<string>;

export interface CachedResource {
  /** Names the requested resource, in canonical form. */
  resource: string;
  form: Form;
  /** Makes the text. If absent, the text is a file of the build, and the Worker has no code for it. */
  make?: Make;
  /**
   * Part of the `ETag`: whatever else in the request determines the text, apart from `resource`; empty for the usual
   * request.
   */
  variant?: string;
  /**
   * True if `answers.ts` makes the text, so that the answer version alone determines its bytes; otherwise the release
   * does.
   */
  isAnswer?: boolean;
  /** Changes the cached text for one request before it is sent. `by` names the change in the `ETag`. */
  adapt?: { by: string; text: (body: string) => string } | null;
  headers?: Readonly<Record<string, string>>;
}

/**
 * Maps the place where the text was found to the value of `cache-status` (RFC 9211). `computed`: no cache and no file
 * had it.
 */
const statuses = {
  memo: "myeloma-compare; hit; detail=memo",
  precomputed: "myeloma-compare; hit; detail=precomputed",
  cache: "myeloma-compare; hit; detail=cache",
  computed: "myeloma-compare; fwd=miss; detail=computed",
} as const;

interface CacheHit {
  body: Bytes | ReadableStream;
  gzipped: boolean;
  whence: keyof typeof statuses;
}

export async function cachedResponse(
  context: Context<HonoEnvironment>,
  {
    resource,
    form,
    make,
    variant = "",
    isAnswer = false,
    adapt = null,
    headers: more,
  }: CachedResource,
): Promise<Response> {
  // A text that the answer version does not determine may change with every release.
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
  const { body, gzipped, whence } = make
    ? await cachedOrMade(context, tagOf(resource), make)
    : await textOfBuild(context, constantPath(resource, form));
  const typed = {
    ...headers,
    "content-type": contentTypeOf(form),
    "cache-status": statuses[whence],
  };
  if (gzipped && !adapt && takesGzip(context.req.raw)) {
    const coded = { ...typed, "content-encoding": "gzip" };
    return new Response(body, { encodeBody: "manual", headers: coded });
  }
  const plain = new Response(gzipped ? gunzip(body) : body, { headers: typed });
  return adapt ? new Response(adapt.text(await plain.text()), plain) : plain;
}

/** Returns where the build writes texts that are the same for a whole release, gzipped and below `dist/`. */
export function constantPath(resource: string, form: Form): string {
  return `/v1/${resource}.${form}.gz`;
}

async function textOfBuild(context: Context<HonoEnvironment>, path: string): Promise<CacheHit> {
  const body = await readPrecomputed(context, path);
  if (!body) throw new NotBuilt(path);
  return { body, gzipped: true, whence: "precomputed" };
}

/**
 * Returns the cached text, or makes it.
 *
 * @param key Everything that determines the bytes: answer version, question, form.
 */
async function cachedOrMade(
  context: Context<HonoEnvironment>,
  key: string,
  make: Make,
): Promise<CacheHit> {
  const inMemory = (): CacheHit | null => {
    const text = memory.get(key)?.text;
    return text ? { ...text, whence: "memo" } : null;
  };
  const inThisProcess = inMemory();
  if (inThisProcess) return inThisProcess;
  const atEdge = await readEdgeCache(context, key);
  // Another request may have rendered the same text during this lookup.
  const meanwhile = inMemory();
  if (meanwhile) return meanwhile;
  if (atEdge) {
    const text: CachedText = { body: atEdge, gzipped: true };
    memory.set(key, { text });
    return { ...text, whence: "cache" };
  }
  const { ask, isPrecomputed } = askingFor(context);
  const text: CachedText = { body: new TextEncoder().encode(await make(ask)), gzipped: false };
  memory.set(key, { text });
  runAfterResponse(context, async () => {
    const body = await gzip(text.body);
    memory.set(key, { text: { body, gzipped: true } });
    await writeEdgeCache(context, key, body);
  });
  return { ...text, whence: isPrecomputed() ? "precomputed" : "computed" };
}

/**
 * Runs work after the response was sent, so that no request waits for the compression. Outside a Worker there is no
 * execution context, and the work is skipped: the text stays in memory without compression.
 */
function runAfterResponse(context: Context<HonoEnvironment>, work: () => Promise<void>): void {
  try {
    const { executionCtx } = context;
    executionCtx.waitUntil(work().catch(() => undefined));
  } catch {
    // `executionCtx` throws an error outside a Worker.
  }
}

/** Keys contain the answer version, so no entry becomes outdated; after a day unused entries expire. */
const aDay = "public, max-age=86400";

/**
 * Reads the cache of the data centre that handles the request. The cache may be absent (on a local machine), do nothing
 * (on `workers.dev`), fail, break off or never answer: each counts as a miss, never as an error. Its entries are
 * gzipped but have no `content-encoding`, because a cache may decode an entry that has one.
 */
async function readEdgeCache(
  context: Context<HonoEnvironment>,
  key: string,
): Promise<Bytes | null> {
  try {
    const response = await inTime(caches.default.match(addressOf(context, key)));
    if (response?.ok && response.body) return await inTime(bytesOf(response.body));
    await response?.body?.cancel();
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

/** Returns the URL of an entry, because the cache needs a URL of this site. No route exists for this URL. */
function addressOf({ req }: Context<HonoEnvironment>, key: string): string {
  const origin = req.url.slice(0, req.url.indexOf("/", "https://".length));
  return `${origin}/edge-cache/gzip/${encodeURIComponent(key)}`;
}
