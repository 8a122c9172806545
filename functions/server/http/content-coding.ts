/** Stored gzipped, as nearly every caller takes it: 9 kB in place of 86 kB of a comparison. */
import { parseAccept } from "hono/utils/accept";

export type Bytes = Uint8Array<ArrayBuffer>;

/** The platform replaces `Accept-Encoding`; what was sent is in `cf.clientAcceptEncoding`. */
export function takesGzip({ headers, cf }: Request): boolean {
  const sent = cf?.clientAcceptEncoding;
  return namesGzip(typeof sent === "string" ? sent : headers.get("accept-encoding"));
}

/** Returns whether `Accept-Encoding` contains gzip or `*` with a weight above 0. */
export function namesGzip(acceptEncoding: string | null): boolean {
  if (acceptEncoding === null) return false;
  const codings = parseAccept(acceptEncoding);
  const named = codings.find(({ type }) => type.toLowerCase() === "gzip");
  const { q } = named ?? codings.find(({ type }) => type === "*") ?? { q: 0 };
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
