/** Collects all documents that the build writes and the Worker serves unchanged, by path below `dist/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { renderGuidePages } from "#server/pages/docs/guide-pages.tsx";
import type { ReadFile } from "#server/pages/markdown-page.tsx";
import { pages } from "#server/site.ts";
import { root } from "../files.ts";
import { makeResourceFiles } from "./operations.ts";

type Documents = Record<string, string | Uint8Array>;

const folders = [...new Set(pages.flatMap(({ built }) => built ?? []))];
const builtPages = await Promise.all(
  folders.map(
    (folder): Promise<{ renderDocuments: (read: ReadFile) => Documents | Promise<Documents> }> =>
      import(`../../functions/server/pages/${folder}/${folder}-page.tsx`),
  ),
);

const readRootFile = (path: string) => readFileSync(join(root, path), "utf8");

export async function renderBuiltDocuments(version: string): Promise<Documents> {
  const ofResources = [...makeResourceFiles(version, readRootFile)].map(([path, text]) => [
    path,
    path.endsWith(".gz") ? gzipSync(text, { level: 9 }) : text,
  ]);
  return {
    ...renderGuidePages(readRootFile),
    ...Object.assign(
      {},
      ...(await Promise.all(
        builtPages.map(({ renderDocuments }) => renderDocuments(readRootFile)),
      )),
    ),
    ...Object.fromEntries(ofResources),
  };
}
