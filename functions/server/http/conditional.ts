/** Makes weak ETags from whatever determines an answer, so that a 304 needs no computation. */
import type { Context } from "hono";

const freshSeconds = 300;

/**
 * Caches do not use a response with this header after it expires, because a later deployment may have removed the files
 * that the response names.
 */
export const namesFiles = `public, max-age=${freshSeconds}`;

/** With this header a response is fresh for five minutes, and used for up to a day while a newer version is fetched. */
export const cacheControl = `${namesFiles}, stale-while-revalidate=86400`;

/** Returns the weak ETag of a resource, as it stands in the header. */
export function makeVersionedEntityTag(
  answerVersion: string,
  resource: string,
  mediaType: string,
): string {
  return `W/"${answerVersion};${resource};${mediaType}"`;
}

/** Tells whether `If-None-Match` contains this tag (RFC 9110, weak comparison). */
export function isTagInIfNoneMatch(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const opaque = (value: string) => value.trim().replace(/^W\//, "");
  return (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []).some(
    (candidate) => opaque(candidate) === opaque(tag),
  );
}

interface ConstantText {
  text: string;
  contentType: string;
  etag: string;
}

/**
 * Returns a handler that responds with the text, or with a 304 if the caller has it. The text names files of the
 * release.
 */
export function makeConstantTextHandler({ text, contentType, etag }: ConstantText) {
  const headers = { etag, "cache-control": namesFiles };
  return (context: Context): Response =>
    isTagInIfNoneMatch(context.req.header("if-none-match"), etag)
      ? new Response(null, { status: 304, headers })
      : new Response(text, { headers: { ...headers, "content-type": contentType } });
}
