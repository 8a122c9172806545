/**
 * Where an answer is looked for before it is computed: in the isolate, among the files of the build,
 * in the edge cache. All three keep it gzipped. Decoded, the bytes are the same whichever has it,
 * because every key and every path bears the answer version.
 */
import type { Context } from "hono";
import { memo } from "#core/remembering/memo.ts";
import { type Bytes, bytesOf, gunzip, gzip, takesGzip } from "../http/content-coding.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { readEdgeCache, writeEdgeCache } from "./edge-cache.ts";
import { readPrecomputed } from "./read-precomputed.ts";

type Whence = "memo" | "precomputed" | "cache" | "computed";

export interface Wanted {
  /** Names all that decides the bytes: answer version, canonical question, form. */
  key: string;
  /** The file of the build that holds the answer, if there is one. */
  file: string | null;
  make: () => string;
  /** The caller of this function reads the body: it is not to be gzipped, whoever asked. */
  decoded?: boolean;
}

/** What a response is made of. */
export interface Kept {
  body: Bytes | ReadableStream;
  /** `manual` where the body is gzipped already. */
  encodeBody: "automatic" | "manual";
  /** Whence it came, and its coding. */
  headers: Readonly<Record<string, string>>;
}

/** RFC 9211: whether a cache had the answer, and which. */
const status: Readonly<Record<Whence, string>> = {
  memo: "myeloma-compare; hit; detail=memo",
  precomputed: "myeloma-compare; hit; detail=precomputed",
  cache: "myeloma-compare; hit; detail=cache",
  computed: "myeloma-compare; fwd=miss; detail=computed",
};

/** Bytes that stay in the isolate: about twelve hundred whole comparisons. */
const most = 12_000_000;

/** Questions whose second asking is noticed. */
const noticed = 50;

/** In the isolate; what was computed just now is not gzipped yet. */
interface Body {
  bytes: Bytes;
  gzipped: boolean;
}

/** The only memory of answers, whatever their resource and form. */
const bodies = memo<Body>(most, ({ bytes }) => bytes.byteLength);
const askedBefore = memo<true>(noticed, () => 1);
const encoder = new TextEncoder();

/** The answer, from where it is found first. */
export async function keptAnswer(
  context: Context<HonoEnvironment>,
  { key, file, make, decoded = false }: Wanted,
): Promise<Kept> {
  const kept = (body: Bytes | ReadableStream, whence: Whence): Kept =>
    decoded ? plain(gunzip(body), whence) : asTaken(context, body, whence);
  const inMemory = ({ bytes, gzipped }: Body): Kept =>
    gzipped ? kept(bytes, "memo") : plain(bytes, "memo");

  const known = bodies.get(key);
  if (known) return inMemory(known);
  const precomputed = file === null ? null : await readPrecomputed(context, file);
  if (precomputed) return kept(await passedOn(key, precomputed), "precomputed");
  const cached = await readEdgeCache(context, key);
  if (cached) return kept(await passedOn(key, cached), "cache");
  // Another request may have computed the same while this one looked.
  const meanwhile = bodies.get(key);
  if (meanwhile) return inMemory(meanwhile);
  const made = encoder.encode(make());
  bodies.set(key, { bytes: made, gzipped: false });
  afterwards(context, () => keep(context, key, made));
  return plain(made, "computed");
}

/**
 * A stream passes through untouched, which takes a quarter less time than reading it;
 * it is read, to be remembered, when the same is asked again soon.
 */
async function passedOn(key: string, stream: ReadableStream): Promise<Bytes | ReadableStream> {
  if (askedBefore.get(key) === undefined) {
    askedBefore.set(key, true);
    return stream;
  }
  const bytes = await bytesOf(stream);
  bodies.set(key, { bytes, gzipped: true });
  return bytes;
}

/** Goes on after the answer was sent: nobody waits for the compression. */
async function keep(context: Context<HonoEnvironment>, key: string, made: Bytes): Promise<void> {
  const bytes = await gzip(made);
  bodies.set(key, { bytes, gzipped: true });
  await writeEdgeCache(context, key, bytes);
}

/** A file of the build. */
export function precomputedAnswer(context: Context<HonoEnvironment>, file: ReadableStream): Kept {
  return asTaken(context, file, "precomputed");
}

/** Gzipped bytes, or what they hold for who does not take them so. */
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

/** Outside of a Worker nobody waits for anything. */
function afterwards(context: Context<HonoEnvironment>, work: () => Promise<void>): void {
  try {
    const { executionCtx } = context;
    executionCtx.waitUntil(work().catch(() => undefined));
  } catch {
    // What was computed stays in the isolate as it is.
  }
}
