/**
 * Writes the precomputed answers to dist/precomputed/ (a step of the build), unless those of this
 * answer version exist.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { languageTags } from "#presentation/words/catalogues.ts";
import { usualLanguage } from "#presentation/words/tag.ts";
import { precomputedFolder, precomputedPath } from "#server/answers/precomputed-path.ts";
import { makingFolder } from "../files.ts";
import type { Server } from "../serve/serve.ts";
import { mostPrecomputed, weighPrecomputed } from "./precomputed-weight.ts";

const folder = join(makingFolder(), "dist", precomputedFolder);

/** Requests at a time: files are compressed while the Worker computes. */
const atOnce = 16;

interface Wanted {
  /** Canonical text. */
  question: string;
  language: string;
}

const wanted: readonly Wanted[] = languageTags.flatMap((language) =>
  questions.map((question) => ({ question, language })),
);

if (!isComplete()) await writeAnswers();

/**
 * The built Worker answers in workerd, because the last digits of `Math` differ between engines.
 * The folder is renamed to its final name only when it is complete. Folders of other versions are
 * deleted.
 */
async function writeAnswers(): Promise<void> {
  const { startServer } = await import("../serve/serve.ts");
  rmSync(folder, { recursive: true, force: true });
  const unfinished = join(folder, "unfinished");
  mkdirSync(unfinished, { recursive: true });
  const began = performance.now();
  const server = await startServer({ built: makingFolder() });
  try {
    for (let first = 0; first < wanted.length; first += atOnce) {
      await Promise.all(
        wanted.slice(first, first + atOnce).map(async (one) => {
          const text = await answerOf(server, one);
          writeFileSync(join(unfinished, nameOf(one)), gzipSync(text, { level: 9 }));
        }),
      );
    }
  } finally {
    await server.dispose();
  }
  const seconds = (performance.now() - began) / 1000;
  const { files, bytes } = weighPrecomputed(unfinished);
  const most = mostPrecomputed;
  const said = `${files} precomputed answers, ${bytes} bytes, ${seconds.toFixed(1)} s; at most ${most.files}, ${most.bytes} bytes, ${most.seconds} s are allowed.`;
  if (files > most.files || bytes > most.bytes) {
    rmSync(folder, { recursive: true });
    throw new Error(said);
  }
  // A busy machine is slow: the time is no reason to build nothing.
  if (seconds > most.seconds) console.warn(said);
  renameSync(unfinished, join(folder, answerVersion));
}

async function answerOf(server: Server, { question, language }: Wanted): Promise<string> {
  const inLanguage = language === usualLanguage ? "" : `lang=${language}`;
  const asked = [question, inLanguage].filter(Boolean).join("&");
  const response = await server.fetch(`/v1/comparison${asked && `?${asked}`}`, {
    headers: { "accept-encoding": "identity" },
  });
  if (!response.ok || !response.headers.get("cache-status")?.endsWith("detail=computed")) {
    throw new Error(`"${asked}" was not computed: ${response.status} ${await response.text()}`);
  }
  return response.text();
}

function isComplete(): boolean {
  const expected = wanted.map(nameOf).sort();
  try {
    return (
      readdirSync(folder).join() === answerVersion &&
      readdirSync(join(folder, answerVersion)).sort().join() === expected.join()
    );
  } catch {
    return false;
  }
}

function nameOf({ question, language }: Wanted): string {
  return basename(precomputedPath(answerVersion, question, language));
}
