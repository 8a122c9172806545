import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Asset, Entry } from "#server/pages/html/asset.ts";
import { makingFolder, writeIfChanged } from "../files.ts";

/** The parts of Vite's manifest that are used. Keys are source files or `_chunk` names. */
type Manifest = Record<
  string,
  { file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }
>;

function readManifest(name: string, dist: string): Manifest {
  return JSON.parse(readFileSync(manifestPath(name, dist), "utf8"));
}

function manifestPath(name: string, dist: string): string {
  return join(dist, `manifest-${name}.json`);
}

/**
 * Writes the list of files that the element loads for its engine, with their hashes. Addresses are
 * relative to the script, so that they work on every site. Imported files come before the files
 * that import them.
 */
export function writeEngineFiles(): void {
  const dist = join(makingFolder(), "dist");
  const manifest = readManifest("engine", dist);
  const keys: string[] = [];
  const visit = (key: string) => {
    if (keys.includes(key)) return;
    for (const other of manifest[key]?.imports ?? []) visit(other);
    keys.push(key);
  };
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry) visit(key);
  const files = keys.map((key) => {
    const { file = "" } = manifest[key] ?? {};
    const hash = createHash("sha256").update(readFileSync(join(dist, file)));
    return [`./${basename(file)}`, `sha256-${hash.digest("base64")}`];
  });
  writeIfChanged(
    "generated/engine-files.ts",
    `// Generated from the built files by \`npm run build\`.
import type { VerifiedFile } from "#widget/answers/load-verified.ts";

export const engineFiles: readonly VerifiedFile[] = ${JSON.stringify(files, null, 2)};
`,
  );
}

/** Writes the addresses and hashes of all entries, read from Vite's manifests. */
export function writeAssets(names: readonly string[]): void {
  const assets = Object.fromEntries(names.map((name) => [name, entryOf(name)]));
  writeIfChanged(
    "generated/assets.ts",
    `// Generated from the built files by \`npm run build\`.
import type { Entry } from "#server/pages/html/asset.ts";

export const assets = ${JSON.stringify(assets, null, 2)} satisfies Record<string, Entry>;
`,
  );
}

/** The files that Vite built for one entry in `dist`. Deletes the entry's manifest. */
function entryOf(name: string, dist = join(makingFolder(), "dist")): Entry {
  const manifest = readManifest(name, dist);
  rmSync(manifestPath(name, dist));
  const [key, chunk] = Object.entries(manifest).find(([, { isEntry }]) => isEntry) ?? [];
  if (key === undefined || !chunk) throw new Error(`The manifest of ${name} names no entry.`);
  const now = reachable(manifest, [key], ({ imports = [] }) => imports);
  const ever = reachable(manifest, [key], ({ imports = [], dynamicImports = [] }) => [
    ...imports,
    ...dynamicImports,
  ]);
  const files = (keys: Iterable<string>) =>
    [...keys]
      .filter((other) => other !== key)
      .map((other) => asset(dist, manifest[other]?.file ?? ""));
  return {
    ...asset(dist, chunk.file),
    imports: files(now),
    lazy: files([...ever].filter((other) => !now.has(other))),
  };
}

type Chunk = Manifest[string];

function reachable(
  manifest: Manifest,
  keys: string[],
  next: (chunk: Chunk) => string[],
  found = new Set<string>(),
): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk || found.has(key)) continue;
    found.add(key);
    reachable(manifest, next(chunk), next, found);
  }
  return found;
}

function asset(dist: string, file: string): Asset {
  return { href: `/${file}`, integrity: integrityOf(join(dist, file)) };
}

function integrityOf(path: string): string {
  return `sha384-${createHash("sha384").update(readFileSync(path)).digest("base64")}`;
}
