/** In memory (20 MB): a later build changes nothing, and no address leads to another file. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { Bytes } from "../http/content-coding.ts";
import { inPieces } from "./in-pieces.ts";

export interface BuiltFile {
  bytes: Bytes;
  type: string;
  etag: string;
}

/** By path, which begins with a slash. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

/** As the platform names them. */
const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Rules for the platform, which serves no file of that name. */
const unserved = new Set(["/_headers"]);

export function readBuiltFiles(folder: string): BuiltFiles {
  const found = new Map<string, BuiltFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).split(sep).join("/");
    if (unserved.has(path)) continue;
    const bytes = new Uint8Array(readFileSync(file));
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
    const type = types[extname(entry.name)] ?? "application/octet-stream";
    found.set(path, { bytes, type, etag: `"${hash}"` });
  }
  return found;
}

/** In place of the platform's assets binding: reads only the path of the address. */
export function assetsOf(files: BuiltFiles): { fetch: typeof fetch } {
  return {
    async fetch(input) {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const file = files.get(decodeURI(pathname));
      if (!file) return new Response(null, { status: 404 });
      return new Response(inPieces(file.bytes), { headers: headersOf(file) });
    },
  };
}

/** To be asked again each time, as the platform serves a file that no rule is about. */
export function headersOf({ type, etag }: BuiltFile): Record<string, string> {
  return { "content-type": type, etag, "cache-control": "public, max-age=0, must-revalidate" };
}
