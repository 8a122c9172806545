/**
 * Locates the files of the build that hold answers. They lie below their answer version, so that no other version is
 * read.
 */
import type { Context } from "hono";
import { readBuiltFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";

export const precomputedFolder = "precomputed";

export function makePrecomputedAnswerPath(answerVersion: string, canonical: string): string {
  return `/${precomputedFolder}/${answerVersion}/${makeQuestionFileName(canonical)}.json.gz`;
}

/** Returns a readable file name, without characters that are escaped in a URL or a file system. */
export function makeQuestionFileName(canonical: string): string {
  const name = canonical
    .replaceAll("&", "__")
    .replaceAll("=", "_")
    .replaceAll(",", "~")
    .replaceAll(":", "+");
  return name || "default";
}

/** Matches the texts that can be file names. Other texts could share a file name or need escaping. */
export const nameable = /^[a-z0-9=&,:.-]*$/;

/**
 * Returns the content of a file as it is stored; `null`, as for a cache miss, if the file is missing or cannot be
 * read.
 */
export async function readPrecomputedFile(
  context: Context<HonoEnvironment>,
  path: string,
): Promise<ReadableStream | null> {
  try {
    return (await readBuiltFile(context, path))?.body ?? null;
  } catch {
    return null;
  }
}
