/**
 * Fills the files of the precomputed answers of a build while it is served. Until its file is there, whole, an
 * answer is computed, with the same bytes; a file is replaced at once, so that nobody reads half of one.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeAnswers } from "../build/answer-files.ts";
import { answeringFolder, writeIfChanged } from "../files.ts";

/**
 * Fills the files, and never fails: an answer that cannot be written is computed on request, and the terminal says
 * so.
 */
export async function fillAnswers(buildFolder: string, signal: AbortSignal): Promise<void> {
  const answering = join(buildFolder, answeringFolder);
  try {
    await makeAnswers(answering, {
      signal,
      write: (path, file) => writeIfChanged(join("dist", path), file, buildFolder),
    });
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.message : error;
    console.error(
      `The answers made beforehand are not complete, the others are computed: ${reason}`,
    );
  }
  rmSync(answering, { recursive: true, force: true });
}
