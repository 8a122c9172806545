import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Limits for the precomputed answers: number and size of files to upload. */
export const mostPrecomputed = { files: 1000, bytes: 40_000_000 } as const;

/** Number and size of all files below this folder, of any version. */
export function weighPrecomputed(folder: string): { files: number; bytes: number } {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
