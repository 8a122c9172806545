/**
 * Where the build writes the answer to a question. The folder name contains the answer version, so
 * that a Worker cannot read an answer from another version of the evidence or the code.
 */

import { usualLanguage } from "#presentation/words/tag.ts";

export const precomputedFolder = "precomputed";

/** Readable, and without characters that are escaped in a URL or a file system. */
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

/** Other texts could share a file name or need escaping. */
export const nameable = /^[a-z0-9=&,:.-]*$/;
