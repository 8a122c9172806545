/**
 * Which code answers, as hashes of the code itself (a step of the build). A comment, the name or the
 * place of a file, and code that decides no answer leave the answer version as it is; a digit in what
 * answers, in a library or in the data changes it.
 */
import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { root, writeIfChanged } from "../files.ts";
import { bundledCode } from "./bundled-code.ts";

/** What decides the bytes of an answer: at the edge, on a device, and in files that the build writes. */
const answering = [
  "functions/server/answers/answers.ts",
  "widget/answers/engine/engine.ts",
  "functions/server/answers/whole-dataset.ts",
  "functions/server/answers/dataset-csv.ts",
  "functions/core/comparison/agreement.ts",
];

/** Everything the Worker runs, and what makes the answers that never change within a release. */
const serving = ["functions/worker.ts", "functions/server/api/*/constants.ts"];

/** The minified text of what answers, data included, and nothing else. */
export function answeringCode(repository: string): Promise<string> {
  return bundledCode(repository, answering);
}

export interface Versions {
  /** Data and code: answers of one version are the same to the byte. */
  answerVersion: string;
  /** Changes with any code of the Worker, or of what it hands out. */
  serverVersion: string;
}

export async function versionsOf(repository: string, dataVersion: string): Promise<Versions> {
  const [answers, server] = await Promise.all([
    answeringCode(repository),
    bundledCode(repository, globSync(serving, { cwd: repository }).sort()),
  ]);
  return {
    answerVersion: `${dataVersion}-${shortHash(answers)}`,
    serverVersion: shortHash(server),
  };
}

/** The step: after the data, before whatever names a version. */
export async function writeVersions(): Promise<void> {
  const { dataVersion } = await import("#data/generated/data-version.ts");
  const { answerVersion, serverVersion } = await versionsOf(root, dataVersion);
  writeIfChanged(
    "data/generated/version.ts",
    [
      "// Written by .dev/build/versions.ts; do not edit.",
      `export const answerVersion = "${answerVersion}";`,
      `export const serverVersion = "${serverVersion}";`,
      "",
    ].join("\n"),
  );
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
