import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** What running programs know of each other; not in git. */
export const stateFolder = join(root, ".state");

/** Where a build makes its folders: aside, so that the last complete one stays until the next. */
export function makingFolder(): string {
  return process.env.BUILD_FOLDER ?? root;
}

/** Leaves a file that has this content already, so that watchers and caches do not react. */
export function writeIfChanged(path: string, content: string | Uint8Array, folder = root): boolean {
  const file = join(folder, path);
  try {
    if (readFileSync(file).equals(Buffer.from(content))) return false;
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  writeFileSync(file, content);
  return true;
}

export function writeModule(path: string, by: string, ...lines: readonly string[]): void {
  writeIfChanged(path, [`// Written by ${by}; do not edit.`, ...lines, ""].join("\n"));
}
