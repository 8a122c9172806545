/**
 * Answers from the isolate's memory, whole: the same address asked again by the same kind of caller
 * is not read, routed and dressed in headers again, which takes as long as sending it.
 */
import { createMiddleware } from "hono/factory";
import { type Bytes, takesGzip } from "../content-coding.ts";
import type { Environment, HonoEnvironment } from "../environment.ts";
import { memo } from "../memo.ts";

interface Whole {
  gzipped: Bytes;
  headers: Headers;
  /** With its key, and a guess for its headers. */
  size: number;
}

/** Bytes; most of them are shared with the memory by canonical question. */
const answers = memo<Whole>(8_000_000, ({ size }) => size);

const headersSize = 2000;

/** Characters; browsers send less, and what is longer is no reason to remember it. */
const longestAccept = 300;

export const remembered = createMiddleware<HonoEnvironment>(async (context, next) => {
  const key = keyOf(context.req.raw, context.env);
  const known = key === null ? undefined : answers.get(key);
  if (known) {
    return new Response(known.gzipped, { encodeBody: "manual", headers: known.headers });
  }
  await next();
  const gzipped = context.get("remembered");
  if (key !== null && gzipped) {
    const size = gzipped.byteLength + 2 * key.length + headersSize;
    answers.set(key, { gzipped, headers: new Headers(context.res.headers), size });
  }
});

/** All that an answer may depend on; `null` for a request that must be looked at. */
function keyOf(request: Request, env: Environment): string | null {
  // The one counts what passes it, the other names the route that answered.
  if (env.RATE_LIMITER || env.LOG_REQUESTS === "on") return null;
  const { method, headers, url } = request;
  if (method !== "GET" || headers.has("if-none-match") || !takesGzip(request)) return null;
  const accept = headers.get("accept") ?? "";
  return accept.length > longestAccept ? null : `${url} ${accept}`;
}
