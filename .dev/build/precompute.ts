/**
 * Writes the precomputed answers, unless those of this version exist, and the texts that are rendered from them (a step
 * of the build). They are made in workerd, because the last digits of `Math` differ between engines.
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
import { gzipSync } from "node:zlib";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { makeOriginPlaceholderReplacer, originPlaceholder } from "#presentation/words/html.ts";
import {
  makePrecomputedAnswerPath,
  precomputedFolder,
} from "#server/answers/keep/precomputed-files.ts";
import {
  makeRenderedFileContent,
  makeRenderedTextPath,
  renderedFolder,
  renderedTexts,
} from "#server/answers/keep/rendered-texts.ts";
import { chooseBuildFolder, writeFileIfChanged } from "../files.ts";
import { bundleEntry } from "./bundle.ts";

/** This many requests are made at a time, so that files are compressed while the Worker computes. */
const atOnce = 16;

const folder = join(chooseBuildFolder(), "dist", precomputedFolder);
const answersFolder = join(folder, answerVersion);
const nameAnswerFile = (question: string) =>
  basename(makePrecomputedAnswerPath(answerVersion, question));

for (const name of existsSync(folder) ? readdirSync(folder) : []) {
  if (name !== answerVersion || !isAnswersFolderComplete())
    rmSync(join(folder, name), { recursive: true });
}
if (!existsSync(answersFolder)) await writeAllAnswers();
await writeRenderedTexts();

function isAnswersFolderComplete(): boolean {
  return readdirSync(answersFolder).sort().join() === questions.map(nameAnswerFile).sort().join();
}

async function writeAllAnswers(): Promise<void> {
  // This module is imported late, because it takes a moment and the files are often there.
  const { startServer } = await import("../serve/serve.ts");
  const unfinished = join(folder, "unfinished");
  mkdirSync(unfinished, { recursive: true });
  const buildFolder = await makeFolderWithAnsweringWorker();
  const server = await startServer({ buildFolder });
  await runForEachInBatches(questions, async (question) => {
    const response = await server.fetch(`/?${question}`);
    const text = await response.text();
    if (!response.ok) throw new Error(`"${question}" was not answered: ${text}`);
    writeFileSync(join(unfinished, nameAnswerFile(question)), gzipSync(text, { level: 9 }));
  });
  await server.dispose();
  renameSync(unfinished, answersFolder);
}

/** Returns a temporary folder with a build that is nothing but the Worker. */
async function makeFolderWithAnsweringWorker(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "answering-"));
  process.once("exit", () => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "dist"));
  await bundleEntry({
    input: "./.dev/build/answering.ts",
    platform: "browser",
    transform: { target: "es2024" },
    output: { file: join(folder, "dist-worker/worker.js") },
  });
  return folder;
}

/**
 * Writes each rendered text to a compressed file in `dist`. It asks the Worker of this build, which reads the answers
 * from their files.
 *
 * @throws Error if the Worker does not answer one of them.
 */
async function writeRenderedTexts(): Promise<void> {
  const { startServer } = await import("../serve/serve.ts");
  // The texts of an earlier build go, so that each is made anew and none stays that is no longer listed.
  rmSync(join(chooseBuildFolder(), "dist", renderedFolder), { recursive: true, force: true });
  const server = await startServer({ buildFolder: chooseBuildFolder() });
  const replaceSite = makeOriginPlaceholderReplacer(originPlaceholder, server.url);
  await runForEachInBatches(Object.values(renderedTexts), async ({ file, path, headers }) => {
    const response = await server.fetch(path, { headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was not answered: ${text}`);
    const tag = (response.headers.get("etag") ?? "").replace(server.url, "");
    const content = gzipSync(makeRenderedFileContent(tag, replaceSite(text)), { level: 9 });
    writeFileIfChanged(`dist${makeRenderedTextPath(file)}`, content, chooseBuildFolder());
  });
  await server.dispose();
}

/** Runs a task for each value, in batches of {@link atOnce}; each batch waits for the one before. */
async function runForEachInBatches<T>(
  values: readonly T[],
  run: (value: T) => Promise<void>,
): Promise<void> {
  for (let first = 0; first < values.length; first += atOnce) {
    await Promise.all(values.slice(first, first + atOnce).map(run));
  }
}
