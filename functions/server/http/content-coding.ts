/** Codes texts with gzip where the platform does not, and reads the files of the build, which are stored gzipped. */
import { parseAccept } from "hono/utils/accept";

/**
 * Tells whether the caller accepts gzip. The platform replaces `Accept-Encoding` and keeps the original value in
 * `cf.clientAcceptEncoding`.
 */
export function canTakeGzip({ headers, cf }: Request): boolean {
  const headerAtEdge = cf?.clientAcceptEncoding;
  return isGzipAccepted(
    typeof headerAtEdge === "string" ? headerAtEdge : headers.get("accept-encoding"),
  );
}

/** Tells whether `Accept-Encoding` contains gzip or `*` with a weight above 0. */
export function isGzipAccepted(acceptEncoding: string | null): boolean {
  if (acceptEncoding === null) return false;
  const codings = parseAccept(acceptEncoding);
  const gzip = codings.find(({ type }) => type.toLowerCase() === "gzip");
  const { q } = gzip ?? codings.find(({ type }) => type === "*") ?? { q: 0 };
  return q > 0;
}

export function gzip(body: ReadableStream): ReadableStream {
  return body.pipeThrough(new CompressionStream("gzip"));
}

export function gunzip(body: ReadableStream): ReadableStream {
  return body.pipeThrough(new DecompressionStream("gzip"));
}
