/** Writes the precomputed answers, unless those of this version exist (a step of the build). */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { precomputedFolder, precomputedPath } from "#server/answers/keep/precomputed-files.ts";
import { makingFolder, root } from "../files.ts";

const folder = join(makingFolder(), "dist", precomputedFolder);
const finished = join(folder, answerVersion);
const files = questions.map((question) => ({
  question,
  name: basename(precomputedPath(answerVersion, question)),
}));

for (const name of existsSync(folder) ? readdirSync(folder) : []) {
  if (name !== answerVersion || !isComplete()) rmSync(join(folder, name), { recursive: true });
}
if (!existsSync(finished)) await writeAll();

function isComplete(): boolean {
  const names = files.map(({ name }) => name);
  return readdirSync(finished).sort().join() === names.sort().join();
}

async function writeAll(): Promise<void> {
  const unfinished = join(folder, "unfinished");
  mkdirSync(unfinished, { recursive: true });
  const answering = mkdtempSync(join(tmpdir(), "answering-"));
  try {
    await bundleAnswering(answering);
    await askAll(answering, unfinished);
  } finally {
    rmSync(answering, { recursive: true });
  }
  renameSync(unfinished, finished);
}

/** Makes in this folder a build that is nothing but the Worker that answers. */
async function bundleAnswering(built: string): Promise<void> {
  mkdirSync(join(built, "dist"));
  await build({
    absWorkingDir: root,
    entryPoints: [".dev/build/answering.ts"],
    outfile: join(built, "dist-worker/worker.js"),
    bundle: true,
    format: "esm",
    target: "es2024",
  });
}

/** Requests at a time: files are compressed while the Worker computes. */
const atOnce = 16;

/** In workerd, because the last digits of `Math` differ between engines. */
async function askAll(built: string, into: string): Promise<void> {
  // Imported late, because it takes a moment and the files are often there.
  const { startServer } = await import("../serve/serve.ts");
  const server = await startServer({ built });
  try {
    for (let first = 0; first < files.length; first += atOnce) {
      await Promise.all(
        files.slice(first, first + atOnce).map(async ({ name, question }) => {
          const response = await server.fetch(`/?${question}`);
          const text = await response.text();
          if (!response.ok) throw new Error(`"${question}" was not answered: ${text}`);
          writeFileSync(join(into, name), gzipSync(text, { level: 9 }));
        }),
      );
    }
  } finally {
    await server.dispose();
  }
}
