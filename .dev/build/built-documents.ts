/** All documents that the build writes and that are served unchanged, by path below `dist/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { wholeDataset } from "#server/answers/whole-dataset.ts";
import { openApiDocument } from "#server/documentation/document.ts";
import { customElementsManifest } from "#server/documentation/element/manifest.ts";
import { elementTypes } from "#server/documentation/element/types.ts";
import { guidePages } from "#server/documentation/guides/page.tsx";
import { pages } from "#server/site.ts";
import { root } from "../files.ts";
import { constantAnswers, operations } from "./operations.ts";

type Documents = Record<string, string | Uint8Array>;

const folders = [...new Set(pages.flatMap(({ built }) => built ?? []))];
const builtPages = await Promise.all(
  folders.map(
    (folder): Promise<{ documents: () => Documents }> =>
      import(`../../functions/server/pages/${folder}/page.tsx`),
  ),
);

export function builtDocuments(version: string): Documents {
  const document = openApiDocument(version, operations);
  const gzipped = [...constantAnswers()].map(([path, text]) => [
    path,
    gzipSync(text, { level: 9 }),
  ]);
  return {
    "v1/custom-elements.json": JSON.stringify(customElementsManifest()),
    "v1/element.d.ts": elementTypes(document.components.schemas),
    "v1/openapi.json": JSON.stringify(document),
    "v1/dataset.json": JSON.stringify(wholeDataset()),
    ...guidePages((path) => readFileSync(join(root, path), "utf8")),
    ...Object.assign({}, ...builtPages.map(({ documents }) => documents())),
    ...Object.fromEntries(gzipped),
  };
}
