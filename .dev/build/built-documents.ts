/** All documents that the build writes and that are served unchanged, by path below `dist/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { wholeDataset } from "#server/answers/whole-dataset.ts";
import { openApiDocument } from "#server/documentation/document.ts";
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

const read = (path: string) => readFileSync(join(root, path), "utf8");

export function builtDocuments(version: string): Documents {
  const gzipped = [...constantAnswers()].map(([path, text]) => [
    path,
    gzipSync(text, { level: 9 }),
  ]);
  return {
    "v1/custom-elements.json": read("widget/custom-elements.json"),
    "v1/element.d.ts": read("widget/element.d.ts"),
    "v1/openapi.json": JSON.stringify(openApiDocument(version, operations)),
    "v1/dataset.json": JSON.stringify(wholeDataset()),
    ...guidePages(read),
    ...Object.assign({}, ...builtPages.map(({ documents }) => documents())),
    ...Object.fromEntries(gzipped),
  };
}
