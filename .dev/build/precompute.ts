/**
 * Writes the precomputed answers, unless those of this version exist (a step). With `--later` it writes an empty
 * file for each, because the simulator serves only files that are there when it starts, and the Worker from which
 * `npm start` fills them while it serves already. `answer-source.ts` cannot decompress an empty file, and computes its
 * answer as if there were no file.
 */
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
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { precomputedFolder, precomputedPath } from "#server/answers/keep/precomputed-files.ts";
import { answeringFolder, makingFolder, writeIfChanged } from "../files.ts";
import { bundle } from "./bundle.ts";

const folder = join(makingFolder(), "dist", precomputedFolder);
const answersFolder = join(folder, answerVersion);
const paths = questions.map((question) => precomputedPath(answerVersion, question));

if (process.argv.includes("--later")) {
  for (const path of paths) writeIfChanged(join("dist", path), "", makingFolder());
  await bundleAnswering(join(makingFolder(), answeringFolder));
} else {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name !== answerVersion || !isComplete()) rmSync(join(folder, name), { recursive: true });
  }
  if (!existsSync(answersFolder)) await writeAll();
}

function isComplete(): boolean {
  const names = paths.map((path) => basename(path));
  return readdirSync(answersFolder).sort().join() === names.sort().join();
}

async function writeAll(): Promise<void> {
  // Imported late, because it takes a moment and the files are often there.
  const { makeAnswers } = await import("./answer-files.ts");
  const unfinished = join(folder, "unfinished");
  mkdirSync(unfinished, { recursive: true });
  const answering = mkdtempSync(join(tmpdir(), "answering-"));
  try {
    await bundleAnswering(answering);
    await makeAnswers(answering, {
      write: (path, file) => writeFileSync(join(unfinished, basename(path)), file),
    });
  } finally {
    rmSync(answering, { recursive: true });
  }
  renameSync(unfinished, answersFolder);
}

/** Makes in this folder a build that is nothing but the Worker. */
export async function bundleAnswering(folder: string): Promise<void> {
  mkdirSync(join(folder, "dist"), { recursive: true });
  await bundle({
    input: "./.dev/build/answering.ts",
    platform: "browser",
    transform: { target: "es2024" },
    output: { file: join(folder, "dist-worker/worker.js") },
  });
}
