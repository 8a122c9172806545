/** Gzips what the app sends as plain text, which the platform does by itself. */
import { promisify } from "node:util";
import { gzip as gzipOf } from "node:zlib";
import { namesGzip } from "../http/content-coding.ts";

const gzip = promisify(gzipOf);

/** Problem documents are left to the app, as the platform does. */
const text = /^text\/|^application\/(?!gzip|octet-stream|problem)|\+xml/;

/** A body that was gzipped before is left as it is. That texts vary by coding is said by the app. */
export async function compressed(
  response: Response,
  acceptEncoding: string | null,
): Promise<Response> {
  const { status, headers: given, body } = response;
  const type = given.get("content-type") ?? "";
  const isPlainText = body !== null && !given.has("content-encoding") && text.test(type);
  if (!isPlainText || !namesGzip(acceptEncoding)) return response;
  const headers = new Headers(given);
  headers.set("content-encoding", "gzip");
  const bytes = await gzip(await response.arrayBuffer());
  return new Response(new Uint8Array(bytes), { status, headers });
}
