import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** Leaves the file alone when it already says this, so that watchers and caches stay quiet. */
export function writeIfChanged(path: string, content: string | Uint8Array): boolean {
  const file = join(root, path);
  try {
    if (readFileSync(file).equals(Buffer.from(content))) return false;
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  writeFileSync(file, content);
  return true;
}
