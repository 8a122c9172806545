/**
 * Writes the precomputed answers to dist/precomputed/ (a step of the build), unless those of this
 * answer version exist.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { catalogueFor, languageTags } from "#presentation/words/catalogues.ts";
import { precomputedFolder, precomputedPath } from "#server/answers/precomputed-path.ts";
import { root } from "../files.ts";
import { mostPrecomputed, weighPrecomputed } from "./precomputed-weight.ts";

const folder = join(root, "dist", precomputedFolder);

const wanted = languageTags.flatMap((language) =>
  questions.map((question) => ({ question, language })),
);

if (!isComplete()) await writeAnswers();

/**
 * The folder is renamed to its final name only when it is complete. Folders of other versions are
 * deleted.
 */
async function writeAnswers(): Promise<void> {
  const { comparisonJson } = await import("#server/answers/make-comparison.ts");
  const { asked } = await import("#core/question/read-question.ts");
  const { dataset } = await import("#core/dataset.ts");
  rmSync(folder, { recursive: true, force: true });
  const unfinished = join(folder, "unfinished");
  mkdirSync(unfinished, { recursive: true });
  const began = process.cpuUsage();
  for (const { question, language } of wanted) {
    const text = comparisonJson(asked(question, dataset), catalogueFor(language));
    writeFileSync(join(unfinished, nameOf({ question, language })), gzipSync(text, { level: 9 }));
  }
  // Processor time, because it does not depend on the load of the machine.
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  const { files, bytes } = weighPrecomputed(unfinished);
  const most = mostPrecomputed;
  if (files > most.files || bytes > most.bytes || seconds > most.seconds) {
    rmSync(folder, { recursive: true });
    throw new Error(
      `${files} precomputed answers, ${bytes} bytes, ${seconds.toFixed(1)} s; at most ${most.files}, ${most.bytes} bytes, ${most.seconds} s are allowed.`,
    );
  }
  renameSync(unfinished, join(folder, answerVersion));
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

function nameOf({ question, language }: (typeof wanted)[number]): string {
  return basename(precomputedPath(answerVersion, question, language));
}
