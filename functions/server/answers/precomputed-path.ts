/**
 * Where the build leaves the answer to a question. The folder bears the answer version, so that no
 * Worker can read what another version of the evidence or the code has answered.
 */

import { usualLanguage } from "#presentation/words/tag.ts";

export const precomputedFolder = "precomputed";

/** Readable, and without a character that a URL or a file system would escape. */
export function precomputedPath(
  answerVersion: string,
  canonical: string,
  language = usualLanguage,
): string {
  const name = canonical
    .replaceAll("&", "__")
    .replaceAll("=", "_")
    .replaceAll(",", "~")
    .replaceAll(":", "+");
  const inLanguage = language === usualLanguage ? "" : `.${language}`;
  return `/${precomputedFolder}/${answerVersion}/${name || "default"}${inLanguage}.json.gz`;
}

/** Texts outside of this could share a name or need escaping. */
export const nameable = /^[a-z0-9=&,:.-]*$/;
