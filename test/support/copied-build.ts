/** A copy of the production build that a test may change and serve. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import { precomputedFolder } from "#server/answers/precomputed-path.ts";

const root = join(import.meta.dirname, "../..");
const worker = "dist-worker/worker.js";

export interface CopiedBuild {
  /** Path of the copy, for the option `built` of the server. */
  folder: string;
  /** Replaces the answer version in the copied Worker. */
  pretendVersion(version: string): void;
  /** Lets the newest release of the data correct a wrong number, which withdraws all before it. */
  pretendCorrection(what: string): void;
  remove(): void;
}

/** @param precomputed whether to copy the precomputed answers, too */
export function copyBuild({ precomputed }: { precomputed: boolean }): CopiedBuild {
  const folder = mkdtempSync(join(tmpdir(), "build-"));
  cpSync(join(root, "dist-worker"), join(folder, "dist-worker"), { recursive: true });
  cpSync(join(root, "dist"), join(folder, "dist"), {
    recursive: true,
    filter: (path) => precomputed || path !== join(root, "dist", precomputedFolder),
  });
  const replaceOnce = (from: string, to: string) => {
    const parts = readFileSync(join(root, worker), "utf8").split(from);
    if (parts.length !== 2) throw new Error(`the Worker does not hold ${from} once`);
    writeFileSync(join(folder, worker), parts.join(to));
  };
  return {
    folder,
    pretendVersion: (version) => replaceOnce(`"${answerVersion}"`, `"${version}"`),
    pretendCorrection(what) {
      const newest = `"version": "${dataVersion}", `;
      replaceOnce(newest, `${newest}"corrects": ${JSON.stringify(what)}, `);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
