/** Copies the working tree into another folder, where it is built beside the build that is being served. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../.dev/files.ts";

/** Copies all that git does not ignore, and the installed packages, into this folder. */
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
