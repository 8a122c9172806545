import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, writeIfChanged } from "./files.ts";

/** The parts of Vite's manifest we read. Keys are source files or `_chunk` names. */
type Manifest = Record<
  string,
  { file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }
>;

function readManifest(name: string): Manifest {
  return JSON.parse(readFileSync(manifestPath(name), "utf8"));
}

function manifestPath(name: string): string {
  return join(root, `dist/manifest-${name}.json`);
}

/** Where the element finds the engine, beside itself whatever site it is on. */
export function writeEngineAddress(): void {
  const entry = Object.values(readManifest("engine")).find(({ isEntry }) => isEntry);
  writeIfChanged(
    "widget/generated/engine-address.ts",
    `// Generated from the built files by \`npm run build\`.
export const engineAddress = ${JSON.stringify(`/${entry?.file}`)};
`,
  );
}

/** Vite's manifests, one for each entry → their addresses and integrity, for the Worker's pages and snippets. */
export function writeAssets(names: readonly string[]): void {
  const assets = Object.fromEntries(names.map((name) => [name, entryOf(name)]));
  writeIfChanged(
    "widget/generated/assets.ts",
    `// Generated from the built files by \`npm run build\`.
export interface Asset {
  href: string;
  integrity: string;
}
/** \`imports\` load with the entry, \`lazy\` when a view asks for them. */
export interface Entry extends Asset {
  imports: Asset[];
  lazy: Asset[];
}
export const assets = ${JSON.stringify(assets, null, 2)} satisfies Record<string, Entry>;
`,
  );
}

function entryOf(name: string) {
  const manifest = readManifest(name);
  rmSync(manifestPath(name));
  const [key, chunk] = Object.entries(manifest).find(([, { isEntry }]) => isEntry) ?? [];
  if (key === undefined || !chunk) throw new Error(`The manifest of ${name} names no entry.`);
  const now = reachable(manifest, [key], ({ imports = [] }) => imports);
  const ever = reachable(manifest, [key], ({ imports = [], dynamicImports = [] }) => [
    ...imports,
    ...dynamicImports,
  ]);
  const files = (keys: Iterable<string>) =>
    [...keys].filter((other) => other !== key).map((other) => asset(manifest[other]?.file ?? ""));
  return { ...asset(chunk.file), imports: files(now), lazy: files(ever.difference(now)) };
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

function asset(file: string) {
  const hash = createHash("sha384").update(readFileSync(join(root, "dist", file)));
  return { href: `/${file}`, integrity: `sha384-${hash.digest("base64")}` };
}
