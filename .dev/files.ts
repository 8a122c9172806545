import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "..");

/**
 * Does not write a file that has this content already, so that watchers and caches do not react.
 */
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
