/** Stores texts gzipped, because nearly every caller accepts gzip: a comparison has 9 kB instead of 86 kB. */
import { parseAccept } from "hono/utils/accept";

export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Tells whether the caller accepts gzip. The platform replaces `Accept-Encoding` and keeps the original value in
 * `cf.clientAcceptEncoding`.
 */
export function takesGzip({ headers, cf }: Request): boolean {
  const headerAtEdge = cf?.clientAcceptEncoding;
  return namesGzip(
    typeof headerAtEdge === "string" ? headerAtEdge : headers.get("accept-encoding"),
  );
}

/** Tells whether `Accept-Encoding` contains gzip or `*` with a weight above 0. */
export function namesGzip(acceptEncoding: string | null): boolean {
  if (acceptEncoding === null) return false;
  const codings = parseAccept(acceptEncoding);
  const gzip = codings.find(({ type }) => type.toLowerCase() === "gzip");
  const { q } = gzip ?? codings.find(({ type }) => type === "*") ?? { q: 0 };
  return q > 0;
}

export async function gzip(bytes: Bytes): Promise<Bytes> {
  return bytesOf(gzipStream(streamOf(bytes)));
}

export function gzipStream(body: ReadableStream): ReadableStream {
  return body.pipeThrough(new CompressionStream("gzip"));
}

export function gunzip(body: Bytes | ReadableStream): ReadableStream {
  const stream = body instanceof ReadableStream ? body : streamOf(body);
  return stream.pipeThrough(new DecompressionStream("gzip"));
}

export async function bytesOf(stream: ReadableStream): Promise<Bytes> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function streamOf(bytes: Bytes): ReadableStream {
  return new Blob([bytes]).stream();
}
