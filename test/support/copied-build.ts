/** A copy of the production build that a test may change and serve. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerVersion } from "#data/generated/version.ts";
import { precomputedFolder } from "#server/answers/precomputed-path.ts";

const root = join(import.meta.dirname, "../..");

export interface CopiedBuild {
  /** Path of the copy, for the option `built` of the server. */
  folder: string;
  /** Replaces the answer version in the copied Worker. */
  pretendVersion(version: string): void;
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
  return {
    folder,
    pretendVersion(version) {
      const text = readFileSync(join(root, "dist-worker/worker.js"), "utf8");
      const parts = text.split(`"${answerVersion}"`);
      if (parts.length !== 2) throw new Error("the Worker does not name its version once");
      writeFileSync(join(folder, "dist-worker/worker.js"), parts.join(`"${version}"`));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
