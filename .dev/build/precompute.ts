/** Writes the precomputed answers, unless those of this version exist (a step). */
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
import { precomputedFolder, precomputedPath } from "#server/answers/precomputed-files.ts";
import { makingFolder, root } from "../files.ts";

const folder = join(makingFolder(), "dist", precomputedFolder);
const finished = join(folder, answerVersion);

/** Requests at a time: files are compressed while the Worker computes. */
const atOnce = 16;

const nameOf = (question: string) => basename(precomputedPath(answerVersion, question));

for (const name of existsSync(folder) ? readdirSync(folder) : []) {
  if (name !== answerVersion || !isComplete()) rmSync(join(folder, name), { recursive: true });
}
if (!existsSync(finished)) await write();

function isComplete(): boolean {
  return readdirSync(finished).sort().join() === questions.map(nameOf).sort().join();
}

/** In workerd, because the last digits of `Math` differ between engines. */
async function write(): Promise<void> {
  const unfinished = join(folder, "unfinished");
  mkdirSync(unfinished, { recursive: true });
  const { startServer } = await import("../serve/serve.ts");
  const built = await answeringWorker();
  const server = await startServer({ built });
  try {
    for (let first = 0; first < questions.length; first += atOnce) {
      await Promise.all(
        questions.slice(first, first + atOnce).map(async (question) => {
          const response = await server.fetch(`/?${question}`);
          const text = await response.text();
          if (!response.ok) throw new Error(`"${question}" was not answered: ${text}`);
          writeFileSync(join(unfinished, nameOf(question)), gzipSync(text, { level: 9 }));
        }),
      );
    }
  } finally {
    await server.dispose();
    rmSync(built, { recursive: true });
  }
  renameSync(unfinished, finished);
}

/** The folder of a build that is nothing but a Worker. */
async function answeringWorker(): Promise<string> {
  const built = mkdtempSync(join(tmpdir(), "answering-"));
  mkdirSync(join(built, "dist"));
  await build({
    absWorkingDir: root,
    entryPoints: [".dev/build/answering.ts"],
    outfile: join(built, "dist-worker/worker.js"),
    bundle: true,
    format: "esm",
    target: "es2024",
  });
  return built;
}
