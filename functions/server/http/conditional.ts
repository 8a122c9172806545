/**
 * Weak ETags made from what determines an answer, so that a 304 costs no
 * computation: the answer version, the canonical question and the media type.
 */

export const freshSeconds = 300;

/**
 * Of what leads to content-hashed files: never out of date, because a deployment may take the files away
 * that an earlier answer names.
 */
export const namesFiles = `public, max-age=${freshSeconds}`;

/** Of all else that changes with a release: five minutes as it is, and a day while a newer one is asked for. */
export const cacheControl = `${namesFiles}, stale-while-revalidate=86400`;

export function entityTag(answerVersion: string, resource: string, mediaType: string): string {
  return `W/"${answerVersion};${resource};${mediaType}"`;
}

/** Whether `If-None-Match` already names this tag (RFC 9110, weak comparison). */
export function isFresh(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const opaque = (value: string) => value.trim().replace(/^W\//, "");
  return (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []).some((one) => opaque(one) === opaque(tag));
}
