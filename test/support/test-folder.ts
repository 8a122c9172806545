import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { root } from "../../.dev/files.ts";

/** Makes a folder whose name begins so; it is removed after the tests of the file that calls. */
export function makeTestFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Copies all that git does not ignore, and the installed packages, into this folder, to be built there beside the build
 * that is being served.
 */
export function copyWorkingTree(path: string): void {
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", listed, { cwd: root, encoding: "utf8" }).split("\n");
  for (const file of files.filter(Boolean)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(join(root, file), join(path, file));
  }
  // Links take no space; what npm rewrites in place is copied.
  const lock = "node_modules/.package-lock.json";
  execFileSync("cp", ["-al", join(root, "node_modules"), join(path, "node_modules")]);
  rmSync(join(path, lock));
  cpSync(join(root, lock), join(path, lock));
}
