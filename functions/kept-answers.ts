/**
 * Where an answer is looked for before it is computed: in the isolate, among the files of the build,
 * in the edge cache. The bytes are the same whichever has it, because every key and every path
 * bears the answer version.
 */
import type { Context } from "hono";
import { readEdgeCache, writeEdgeCache } from "./edge-cache.ts";
import type { HonoEnvironment } from "./environment.ts";
import { memo } from "./memo.ts";
import { readPrecomputed } from "./read-precomputed.ts";

type Whence = "memo" | "precomputed" | "cache" | "computed";
type Bytes = Uint8Array<ArrayBuffer>;

export interface Wanted {
  /** Names all that decides the bytes: answer version, canonical question, form. */
  key: string;
  /** The file of the build that holds the answer, if there is one. */
  file: string | null;
  make: () => string;
}

export interface Kept {
  body: Bytes | ReadableStream;
  /** Says whence it came. */
  headers: { readonly "cache-status": string };
}

/** RFC 9211: whether a cache had the answer, and which. */
const status: Readonly<Record<Whence, Kept["headers"]>> = {
  memo: { "cache-status": "myeloma-compare; hit; detail=memo" },
  precomputed: { "cache-status": "myeloma-compare; hit; detail=precomputed" },
  cache: { "cache-status": "myeloma-compare; hit; detail=cache" },
  computed: { "cache-status": "myeloma-compare; fwd=miss; detail=computed" },
};

/** Questions whose second asking is noticed. */
const noticed = 50;

/** Answers of one kind; `most` bytes of them stay in the isolate. */
export function keptAnswers(
  most: number,
): (context: Context<HonoEnvironment>, wanted: Wanted) => Promise<Kept> {
  const bodies = memo<Bytes>(most, ({ byteLength }) => byteLength);
  const askedBefore = memo<true>(noticed, () => 1);
  const encoder = new TextEncoder();

  /**
   * A stream passes through untouched, which takes a quarter less time than reading it;
   * it is read, to be remembered, when the same is asked again soon.
   */
  async function passedOn(key: string, stream: ReadableStream, whence: Whence): Promise<Kept> {
    if (askedBefore.get(key) === undefined) {
      askedBefore.set(key, true);
      return { body: stream, headers: status[whence] };
    }
    const body = new Uint8Array(await new Response(stream).arrayBuffer());
    bodies.set(key, body);
    return { body, headers: status[whence] };
  }

  return async (context, { key, file, make }) => {
    const known = bodies.get(key);
    if (known) return { body: known, headers: status.memo };
    const precomputed = file === null ? null : await readPrecomputed(context, file);
    if (precomputed) return passedOn(key, precomputed, "precomputed");
    const cached = await readEdgeCache(context, key);
    if (cached) return passedOn(key, cached, "cache");
    // Another request may have computed the same while this one looked.
    const meanwhile = bodies.get(key);
    if (meanwhile) return { body: meanwhile, headers: status.memo };
    const body = encoder.encode(make());
    bodies.set(key, body);
    writeEdgeCache(context, key, body);
    return { body, headers: status.computed };
  };
}
