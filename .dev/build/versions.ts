/**
 * Computes the answer version as a hash of the minified code (a step of the build). The answer version does not
 * change with comments, with names and places of files, or with code that has no effect on answers. It changes
 * with any digit in that code, in a library or in the data.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { root, writeGeneratedModule } from "../files.ts";
import { bundleEntry, makeTextEntry } from "./bundle.ts";

/** Lists the code that determines the bytes of an answer and of the files that the build derives from it. */
const answering = [
  "functions/server/answers/render/answers.ts",
  "functions/server/answers/compute/whole-dataset.ts",
  "functions/server/answers/render/csv.ts",
  "functions/core/others/published-gate.ts",
];

/** Lists all code of the Worker, and the code of resources whose answers the build writes. */
const serving = ["functions/worker.ts", "functions/server/api/*.ts"];

/** Returns the minified text of the code that determines answers, including the data. */
export function bundleAnsweringCode(repository: string): Promise<string> {
  return bundleCode(repository, answering);
}

export interface Versions {
  /** `answerVersion` identifies data and code: answers of one version are equal byte for byte. */
  answerVersion: string;
  /** `serverVersion` changes with any code of the Worker and of the files that it serves. */
  serverVersion: string;
}

/**
 * Returns the versions of the code in a repository, from hashes of its minified text; that of answers begins with
 * that of the data.
 */
export async function computeAnswerAndServerVersions(
  repository: string,
  dataVersion: string,
): Promise<Versions> {
  const [answers, server] = await Promise.all([
    bundleAnsweringCode(repository),
    bundleCode(repository, globSync(serving, { cwd: repository }).sort()),
  ]);
  return {
    answerVersion: `${dataVersion}-${makeShortHash(answers)}`,
    serverVersion: makeShortHash(server),
  };
}

/** Writes the versions. This step of the build runs after the data and before everything that contains a version. */
export async function writeVersions(): Promise<void> {
  const { dataVersion } = await import("#data/generated/data-version.ts");
  const script = "functions/server/answers/render/reproduce/reproduce.R";
  const code = JSON.stringify(readFileSync(join(root, script), "utf8"));
  writeGeneratedModule("data/generated/reproduce.ts", script, `export const code = ${code};`);
  const { answerVersion, serverVersion } = await computeAnswerAndServerVersions(root, dataVersion);
  writeGeneratedModule(
    "data/generated/version.ts",
    ".dev/build/versions.ts",
    `export const answerVersion = "${answerVersion}";`,
    `export const serverVersion = "${serverVersion}";`,
  );
}

function makeShortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/**
 * Matches the generated modules that are part of the hash, because data and the R script determine answers as code
 * does.
 */
const data =
  /\/(compute-set|provenance|details|products|collections|changes|reproduce|data-version)\.ts$/;

/**
 * Leaves out the files of later steps of the build, because they contain the versions that are computed from this
 * text.
 */
const withoutLaterSteps: Plugin = {
  name: "without-later-steps",
  resolveId: (path) =>
    !/[#/]generated\//.test(path) || data.test(path) ? null : { id: "generated", external: true },
};

/**
 * Returns the code that the entries reach as one minified text, without comments, layout and file names.
 *
 * @param repository The folder of the repository.
 * @param entries Paths relative to it.
 */
async function bundleCode(repository: string, entries: readonly string[]): Promise<string> {
  const text = entries.map((path, index) => `export * as entry${index} from "./${path}";`);
  const { input, plugins } = makeTextEntry(join(repository, "entries.ts"), text.join("\n"));
  const { code } = await bundleEntry({
    cwd: repository,
    input,
    platform: "browser",
    transform: { target: "es2022" },
    plugins: [...plugins, withoutLaterSteps],
    output: { minify: true },
  });
  return code;
}
