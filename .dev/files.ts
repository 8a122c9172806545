import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "#data/evidence.ts";

export const root = join(import.meta.dirname, "..");

/** Returns the folder into which a build writes: that of `BUILD_FOLDER`, else the repository. */
export function chooseBuildFolder(): string {
  return process.env.BUILD_FOLDER ?? root;
}

/**
 * Writes a file unless it already has this content, so that watchers and caches do not react, and returns whether it
 * did. An existing file is replaced atomically, because builds of `npm start` and `npm test` may run at the same time
 * and write the same modules.
 */
export function writeFileIfChanged(
  path: string,
  content: string | Uint8Array,
  folder = root,
): boolean {
  const file = join(folder, path);
  try {
    if (readFileSync(file).equals(Buffer.from(content))) return false;
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, content);
  renameSync(whole, file);
  return true;
}

/** Returns the hash of a text as a policy or the `integrity` of a tag does (CSP 3, Subresource Integrity). */
export function makeIntegrityHash(
  content: string | Uint8Array,
  algorithm: "sha256" | "sha384",
): string {
  return `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;
}

export function writeGeneratedModule(path: string, by: string, ...lines: readonly string[]): void {
  writeFileIfChanged(path, [`// Written by ${by}; do not edit.`, ...lines, ""].join("\n"));
}

/** Returns a problem of the data as one line of a terminal: file, field, rule, message. */
export function formatDataProblem({ file, field, rule, message }: Problem): string {
  return `${file}  ${field || "-"}  ${rule}  ${message}`;
}
