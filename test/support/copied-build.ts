/** A copy of the production build that a test may change and serve. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { releases } from "#data/generated/changes.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { precomputedFolder } from "#server/answers/precomputed-files.ts";

const root = join(import.meta.dirname, "../..");
const worker = "dist-worker/worker.js";

export interface CopiedBuild {
  /** Path of the copy, for the option `built` of the server. */
  folder: string;
  /**
   * Lets the newest release of the data correct a wrong number, which withdraws all before it; with
   * `null`, no release corrects one.
   */
  pretendCorrection(what: string | null): void;
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
  const original = () => readFileSync(join(root, worker), "utf8");
  const save = (code: string) => writeFileSync(join(folder, worker), code);
  const replacedOnce = (code: string, from: string, to: string) => {
    const parts = code.split(from);
    if (parts.length !== 2) throw new Error(`the Worker does not hold ${from} once`);
    return parts.join(to);
  };
  /** As it stands in the Worker. */
  const correction = (what: string) => `, "corrects": ${JSON.stringify(what)}`;
  return {
    folder,
    pretendCorrection(what) {
      const corrections = releases.flatMap(({ corrects }) => corrects ?? []);
      const without = corrections.reduce(
        (code, corrects) => replacedOnce(code, correction(corrects), ""),
        original(),
      );
      const newest = `"version": "${dataVersion}"`;
      save(what === null ? without : replacedOnce(without, newest, newest + correction(what)));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
