/** Varies texts by content coding, and gzips texts that the platform does not compress. */
import { createMiddleware } from "hono/factory";
import { canTakeGzip, gzip } from "../content-coding.ts";
import type { HonoEnvironment } from "../environment.ts";

const text = /^text\/|^application\/|\+xml/;
const leftByPlatform = /^(?:text\/csv|application\/x-research-info-systems)/;
const problem = "application/problem+json";

export const textCoding = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { res: response, req: request } = context;
  const { headers, body, status } = response;
  const type = headers.get("content-type");
  // A 304 has no media type, and varies as the answer does.
  if (type === null ? status !== 304 : !text.test(type)) return;
  if (!headers.get("vary")?.includes("accept-encoding")) {
    headers.append("vary", "accept-encoding");
  }
  if (type === null || body === null || headers.has("content-encoding")) return;
  // Any other error is one sentence, which compression does not shorten.
  const isLeft = type.startsWith(problem) ? status === 400 : leftByPlatform.test(type);
  if (!isLeft || !canTakeGzip(request.raw)) return;
  headers.set("content-encoding", "gzip");
  const coded = new Response(gzip(body), { status, headers, encodeBody: "manual" });
  // Otherwise Hono copies the response, and the copy would be encoded again.
  context.res = undefined;
  context.res = coded;
});
