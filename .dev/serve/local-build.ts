/** Builds for servers of this machine, each in a temporary folder that is gone with the process. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endOnSignals, runNode } from "../run.ts";

export function folderOfThisProcess(): string {
  const folder = mkdtempSync(join(tmpdir(), "myeloma-compare-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Ends the process if the build fails. Whoever serves it makes the precomputed answers (`fill-answers.ts`). */
export async function localBuild(): Promise<string> {
  const folder = folderOfThisProcess();
  const handBack = endOnSignals();
  const build = [".dev/build/build.ts", "--answers-later", "--local", `--into=${folder}`];
  const { code } = await runNode(build, { show: true });
  if (code !== 0) process.exit(1);
  handBack();
  return folder;
}
