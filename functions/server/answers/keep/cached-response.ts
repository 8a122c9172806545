/**
 * Answers a request with a text that callers and caches may store. A caller that already has the text (`ETag`) gets
 * status 304. For any other caller the text comes from the edge cache, or is rendered from answers. All of these have
 * the same bytes, because every key contains the answer version.
 */
import type { Context } from "hono";
import { makeLruCacheByTotalSize } from "#core/cache/memo.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { dropView, formatQuery } from "#core/question/query-text.ts";
import { questions } from "#data/generated/precomputed.ts";
import { limitWait, NotBuilt } from "../../http/built-file.ts";
import {
  cacheControl,
  isTagInIfNoneMatch,
  makeVersionedEntityTag,
} from "../../http/conditional.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import {
  type Form,
  gunzip,
  isGzipAcceptedByCaller,
  makeContentType,
} from "../../http/negotiation.ts";
import { release } from "../../pages/html/release.ts";
import { type Ask, answerInFull, type FullAnswer } from "../compute/full-answer.ts";
import { makePrecomputedAnswerPath, readPrecomputedFile } from "./precomputed-files.ts";
import { readRenderedText } from "./rendered-texts.ts";

type Headers = Readonly<Record<string, string>>;
type Make = (ask: Ask) => string | Promise<string>;

export interface CachedResource {
  /** Names the requested resource, in canonical form. */
  resource: string;
  /** The address of this installation, if the text contains it, because one Worker may have several host names. */
  site?: string;
  form: Form;
  /** Makes the text. If absent, the text is a file of the build, and the Worker has no code for it. */
  make?: Make;
  /**
   * Adds to the `ETag` whatever else in the request determines the text, apart from `resource`; empty for the usual
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
  headers?: Headers;
}

/**
 * Maps the place where the text was found, or its answers, to the value of `cache-status` (RFC 9211). `computed`: no
 * cache and no file had it.
 */
const statuses: Readonly<Record<AnswerPlace | "cache", string>> = {
  memo: "myeloma-compare; hit; detail=memo",
  precomputed: "myeloma-compare; hit; detail=precomputed",
  cache: "myeloma-compare; hit; detail=cache",
  computed: "myeloma-compare; fwd=miss; detail=computed",
};

export async function respondWithCachedOrMadeText(
  context: Context<HonoEnvironment>,
  {
    resource,
    site = "",
    form,
    make,
    variant = "",
    isAnswer = false,
    adapt = null,
    headers: more,
  }: CachedResource,
): Promise<Response> {
  const variantOfForm = variant === "" ? form : `${form};${variant}`;
  // A text that the answer version does not determine may change with every release.
  const tagOf = (name: string) =>
    makeVersionedEntityTag(
      dataset.answerVersion,
      isAnswer ? name : `${name};${release}`,
      variantOfForm,
    );
  const etag = tagOf(site + (adapt ? `${resource}&${adapt.by}` : resource));
  const headers = {
    etag,
    "cache-control": cacheControl,
    ...more,
    vary: more?.vary === undefined ? "accept-encoding" : `${more.vary}, accept-encoding`,
  };
  if (isTagInIfNoneMatch(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const respond = (
    body: string | ArrayBuffer | ReadableStream,
    whence: keyof typeof statuses,
    coding: Headers = {},
  ) =>
    new Response(body, {
      headers: {
        ...headers,
        ...coding,
        "content-type": makeContentType(form),
        "cache-status": statuses[whence],
      },
      encodeBody: "content-encoding" in coding ? "manual" : "automatic",
    });
  if (make) {
    const { body, whence } =
      (await readRenderedText(context, {
        name: `${resource};${variantOfForm}`,
        tag: tagOf(resource),
        site,
      })) ?? (await readEdgeCacheOrMakeText(context, tagOf(site + resource), make));
    return respond(adapt ? adapt.text(await new Response(body).text()) : body, whence);
  }
  const gzipped = await readConstantFile(context, makeConstantFilePath(resource, form));
  return isGzipAcceptedByCaller(context.req.raw)
    ? respond(gzipped, "precomputed", { "content-encoding": "gzip" })
    : respond(gunzip(gzipped), "precomputed");
}

/** Returns where the build writes texts that are the same for a whole release, gzipped and below `dist/`. */
export function makeConstantFilePath(resource: string, form: Form): string {
  return `/v1/${resource}.${form}.gz`;
}

async function readConstantFile(
  context: Context<HonoEnvironment>,
  path: string,
): Promise<ReadableStream> {
  const body = await readPrecomputedFile(context, path);
  if (!body) throw new NotBuilt(path);
  return body;
}

/**
 * Returns the text from the edge cache, or makes it and stores it there after the response. `whence` is `cache`, or
 * the dearest place that an answer for the text came from.
 *
 * @param key Everything that determines the bytes: answer version, question, form.
 */
async function readEdgeCacheOrMakeText(
  context: Context<HonoEnvironment>,
  key: string,
  make: Make,
): Promise<{ body: string | ArrayBuffer; whence: keyof typeof statuses }> {
  const atEdge = await readEdgeCache(context, key);
  if (atEdge) return { body: atEdge, whence: "cache" };
  const { ask, place } = makeCachedAskWithAnswerOrigin(context);
  const body = await make(ask);
  writeEdgeCache(context, key, body);
  return { body, whence: place() };
}

/** Keys contain the answer version, so no entry becomes outdated; after a day unused entries expire. */
const aDay = "public, max-age=86400";

/**
 * Returns the bytes that the cache of the data centre that handles the request has under a key; `null` for a miss. The
 * cache may be absent (on a local machine), do nothing (on `workers.dev`), fail, break off or never answer: each
 * counts as a miss, never as an error.
 */
async function readEdgeCache(
  context: Context<HonoEnvironment>,
  key: string,
): Promise<ArrayBuffer | null> {
  try {
    const response = await limitWait(caches.default.match(makeEdgeCacheAddress(context, key)));
    // The bytes are not read as text, because that would drop the byte order mark of a CSV.
    if (response?.ok) return await limitWait(response.arrayBuffer());
    await response?.body?.cancel();
    return null;
  } catch {
    return null;
  }
}

/** Stores the text after the response was sent, so that no request waits for it. */
function writeEdgeCache(context: Context<HonoEnvironment>, key: string, text: string): void {
  try {
    // Outside a Worker there is no such cache: this throws before the text is copied.
    const cache = caches.default;
    const entry = new Response(text, { headers: { "cache-control": aDay } });
    const stored = cache.put(makeEdgeCacheAddress(context, key), entry);
    context.executionCtx.waitUntil(stored.catch(() => undefined));
  } catch {
    // Nothing is stored.
  }
}

/** Returns the URL of an entry, because the cache needs a URL of this site. No route exists for this URL. */
function makeEdgeCacheAddress({ req }: Context<HonoEnvironment>, key: string): string {
  const origin = req.url.slice(0, req.url.indexOf("/", "https://".length));
  return `${origin}/edge-cache/${encodeURIComponent(key)}`;
}

// Takes the answer to a question from the memory of the isolate, from its file of the build, or else computes
// it. Renderers cannot tell which.

const precomputedQuestions: ReadonlySet<string> = new Set(questions);

/** Holds an answer with about the number of characters that it has as JSON. */
interface CachedAnswer {
  readonly full: FullAnswer;
  readonly characters: number;
}

/** The memory of the isolate holds this many bytes of answers, of 128 MB that an isolate has: about a hundred. */
const mostBytes = 20_000_000;

/** An answer in memory takes one and a half times as many bytes as its JSON has characters. */
const memory = makeLruCacheByTotalSize<CachedAnswer>(
  mostBytes,
  ({ characters }) => 1.5 * characters,
);

/** Lists where an answer comes from, the cheapest first. */
const places = ["memo", "precomputed", "computed"] as const;
type AnswerPlace = (typeof places)[number];

interface Asking {
  readonly ask: Ask;
  /** Returns the dearest place that an answer came from so far; `computed` if there was none. */
  readonly place: () => AnswerPlace;
}

/**
 * Returns the function that answers the questions of one request, and another that returns the dearest place that they
 * came from so far.
 */
function makeCachedAskWithAnswerOrigin(context: Context<HonoEnvironment>): Asking {
  const used = new Set<AnswerPlace>();
  const find = async (query: Query, canonical: string) => {
    const cached = memory.get(canonical);
    if (cached) return { answer: cached, place: "memo" } as const;
    const read = await readPrecomputedAnswer(context, canonical);
    if (read) return { answer: read, place: "precomputed" } as const;
    // While the file was read, another request may have stored the same answer.
    const stored = memory.get(canonical);
    if (stored) return { answer: stored, place: "memo" } as const;
    return { answer: computeAnswerWithLength(query, canonical), place: "computed" } as const;
  };
  return {
    async ask(shown, text) {
      const query = dropView(shown);
      const isShared = text !== undefined && !/\b(view|lanes)=/.test(text);
      const canonical = isShared ? text : formatQuery(query, dataset);
      const { answer, place } = await find(query, canonical);
      if (place !== "memo") memory.set(canonical, answer);
      used.add(place);
      return answer.full;
    },
    place: () => places.findLast((place) => used.has(place)) ?? "computed",
  };
}

function computeAnswerWithLength(query: Query, canonical: string): CachedAnswer {
  const full = answerInFull(query, canonical);
  return { full, characters: estimateCharacters(full.comparison) };
}

/** At most this many rows are written as JSON to estimate the size of all. */
const mostSampledRows = 8;

/** Returns about how long an answer is as JSON: writing all its rows takes a twentieth of the time of the answer. */
function estimateCharacters({ outcomes, ...rest }: FullAnswer["comparison"]): number {
  const step = Math.ceil(outcomes.length / mostSampledRows);
  const sample = outcomes.filter((_, at) => at % step === 0);
  const ofRows = JSON.stringify(sample).length * (outcomes.length / Math.max(sample.length, 1));
  return JSON.stringify(rest).length + ofRows;
}

/** Reads the answer from its file; `null` if the file is missing, cannot be read, or holds another answer. */
async function readPrecomputedAnswer(
  context: Context<HonoEnvironment>,
  canonical: string,
): Promise<CachedAnswer | null> {
  if (!precomputedQuestions.has(canonical)) return null;
  const file = await readPrecomputedFile(
    context,
    makePrecomputedAnswerPath(dataset.answerVersion, canonical),
  );
  if (file === null) return null;
  try {
    const text = await limitWait(new Response(gunzip(file)).text());
    const full: FullAnswer = JSON.parse(text);
    const { comparison } = full;
    const isSameQuestion =
      comparison.answerVersion === dataset.answerVersion && comparison.canonical === canonical;
    return isSameQuestion ? { full, characters: text.length } : null;
  } catch {
    return null;
  }
}
