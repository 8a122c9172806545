/**
 * Where an answer is looked up before it is computed: in the memory of the isolate, in the
 * precomputed files of the build, and in the edge cache. All three have it gzipped. The decoded
 * bytes do not depend on where they are found, because every key and every path contains the answer
 * version.
 */
import type { Context } from "hono";
import { memo } from "#core/remembering/memo.ts";
import { type Bytes, bytesOf, gunzip, gzip, takesGzip } from "../http/content-coding.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { inTime } from "../http/in-time.ts";
import { readEdgeCache, writeEdgeCache } from "./edge-cache.ts";
import { readPrecomputed } from "./read-precomputed.ts";

type Whence = "memo" | "precomputed" | "cache" | "computed";

export interface Wanted {
  /**
   * The cache key, with all that determines the bytes: answer version, canonical question, form.
   */
  key: string;
  /** The precomputed file with the answer, if there is one. */
  file: string | null;
  make: () => string;
  /** Changes the text, whether it is computed or from the file, before it is kept. */
  finish?: ((text: string) => string) | null;
  /** Whether it is made without any pool, so that every installation can afford it. */
  light?: boolean;
  /** Set if the caller of this function reads the body. Then it is never returned gzipped. */
  decoded?: boolean;
}

/** The parts of a response. */
export interface Kept {
  body: Bytes | ReadableStream;
  /** `manual` if the body is gzipped already. */
  encodeBody: "automatic" | "manual";
  /** Where the answer came from, and its content coding. */
  headers: Readonly<Record<string, string>>;
}

/** RFC 9211: whether a cache had the answer, and which one. */
const status: Readonly<Record<Whence, string>> = {
  memo: "myeloma-compare; hit; detail=memo",
  precomputed: "myeloma-compare; hit; detail=precomputed",
  cache: "myeloma-compare; hit; detail=cache",
  computed: "myeloma-compare; fwd=miss; detail=computed",
};

/** Limit of the memory cache in bytes: about 1200 whole comparisons. */
const most = 12_000_000;

/** Number of recent questions that are remembered, to notice when one is asked again. */
const noticed = 50;

/** An entry of the memory cache. An answer that was just computed is not gzipped yet. */
interface Body {
  bytes: Bytes;
  gzipped: boolean;
}

/** The only memory cache of answers, for all resources and forms. */
const bodies = memo<Body>(most, ({ bytes }) => bytes.byteLength);
const askedBefore = memo<true>(noticed, () => 1);
const encoder = new TextEncoder();

/** The installation answers only what the build made. */
export class NotComputedHere extends Error {}

/**
 * Returns the answer from the first place that has it, or computes it.
 *
 * @throws NotComputedHere if this installation does not compute.
 */
export async function keptAnswer(
  context: Context<HonoEnvironment>,
  { key, file, make, finish = null, light = false, decoded = false }: Wanted,
): Promise<Kept> {
  const kept = (body: Bytes | ReadableStream, whence: Whence): Kept =>
    decoded ? plain(gunzip(body), whence) : asTaken(context, body, whence);
  const inMemory = ({ bytes, gzipped }: Body): Kept =>
    gzipped ? kept(bytes, "memo") : plain(bytes, "memo");

  const known = bodies.get(key);
  if (known) return inMemory(known);
  const read = file && (await readPrecomputed(context, file));
  if (read && finish) {
    const text = await inTime(new Response(gunzip(read)).text()).catch(() => null);
    if (text !== null) return plain(keptAs(text), "precomputed");
  }
  const precomputed = read && !finish ? await passedOn(key, read) : null;
  if (precomputed) return kept(precomputed, "precomputed");
  const cached = await passedOn(key, await readEdgeCache(context, key));
  if (cached) return kept(cached, "cache");
  // Another request may have computed the same answer during these lookups.
  const meanwhile = bodies.get(key);
  if (meanwhile) return inMemory(meanwhile);
  if (!light && context.env.COMPUTE === "precomputed") throw new NotComputedHere();
  return plain(keptAs(make()), "computed");

  function keptAs(text: string): Bytes {
    const bytes = encoder.encode(finish ? finish(text) : text);
    bodies.set(key, { bytes, gzipped: false });
    afterwards(context, () => keep(context, key, bytes));
    return bytes;
  }
}

/**
 * Passes a stream on without reading it, which takes a quarter less time. If the same answer is
 * requested again soon, the stream is read and its bytes are stored in the memory cache. A stream
 * that breaks off then counts as a miss.
 */
async function passedOn(
  key: string,
  stream: ReadableStream | null,
): Promise<Bytes | ReadableStream | null> {
  if (stream === null) return null;
  if (askedBefore.get(key) === undefined) {
    askedBefore.set(key, true);
    return stream;
  }
  const bytes = await inTime(bytesOf(stream)).catch(() => null);
  if (bytes) bodies.set(key, { bytes, gzipped: true });
  return bytes;
}

/** Runs after the response was sent, so that no request waits for the compression. */
async function keep(context: Context<HonoEnvironment>, key: string, made: Bytes): Promise<void> {
  const bytes = await gzip(made);
  bodies.set(key, { bytes, gzipped: true });
  await writeEdgeCache(context, key, bytes);
}

/** A precomputed file. */
export function precomputedAnswer(context: Context<HonoEnvironment>, file: ReadableStream): Kept {
  return asTaken(context, file, "precomputed");
}

/** Returns gzipped bytes as they are, or decodes them if the caller does not accept gzip. */
function asTaken(
  context: Context<HonoEnvironment>,
  body: Bytes | ReadableStream,
  whence: Whence,
): Kept {
  if (!takesGzip(context.req.raw)) return plain(gunzip(body), whence);
  const headers = { "cache-status": status[whence], "content-encoding": "gzip" };
  return { body, encodeBody: "manual", headers };
}

function plain(body: Bytes | ReadableStream, whence: Whence): Kept {
  return { body, encodeBody: "automatic", headers: { "cache-status": status[whence] } };
}

/**
 * Runs work after the response. Outside of a Worker there is no execution context, and the work is
 * skipped.
 */
function afterwards(context: Context<HonoEnvironment>, work: () => Promise<void>): void {
  try {
    const { executionCtx } = context;
    executionCtx.waitUntil(work().catch(() => undefined));
  } catch {
    // The computed answer stays in the memory cache without compression.
  }
}
