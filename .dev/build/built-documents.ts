/** All documents that the build writes and that are served unchanged, by path below `dist/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { recall, releases } from "#data/generated/changes.ts";
import { wholeDataset } from "#server/answers/whole-dataset.ts";
import { changesFeed } from "#server/api/changes-feed.ts";
import { constantAnswers, operations } from "#server/api/operations.ts";
import { openApiDocument } from "#server/documentation/document.ts";
import { customElementsManifest } from "#server/documentation/element/manifest.ts";
import { elementTypes } from "#server/documentation/element/types.ts";
import { guidePages } from "#server/documentation/guides/page.tsx";
import { docsPage } from "#server/documentation/page/page.tsx";
import { cardTexts } from "#server/ehr/cds/card-texts.ts";
import { cardsFile } from "#server/ehr/cds/made-cards.ts";
import { changesPage } from "#server/pages/changes/page.tsx";
import { glossaryPage } from "#server/pages/glossary/page.tsx";
import { originPlaceholder } from "#server/pages/html/origin-placeholder.ts";
import { keptShell, missingPage, withdrawnPage } from "#server/pages/kept/page.tsx";
import { methodsPage } from "#server/pages/methods/page.tsx";
import { productsPage } from "#server/pages/products/comparison-page.tsx";
import { productPages } from "#server/pages/products/product-page.tsx";
import { productRegions } from "#server/pages/products/regions.ts";
import { root } from "../files.ts";
import { answerTo } from "./examples.ts";

export async function builtDocuments(
  version: string,
): Promise<Record<string, string | Uint8Array>> {
  const document = await openApiDocument(version, operations, answerTo);
  return {
    "v1/custom-elements.json": JSON.stringify(customElementsManifest()),
    "v1/element.d.ts": elementTypes(document.components.schemas),
    "v1/openapi.json": JSON.stringify(document),
    "v1/dataset.json": JSON.stringify(wholeDataset()),
    "v1/changes.atom": changesFeed(releases, recall, originPlaceholder),
    [cardsFile]: gzipSync(JSON.stringify(cardTexts()), { level: 9 }),
    "changes.html": changesPage(releases),
    "docs.html": docsPage(document),
    ...guidePages((path) => readFileSync(join(root, path), "utf8")),
    "glossary.html": glossaryPage(),
    "methods.html": methodsPage(),
    "products.html": productsPage(null),
    "kept/shell.html": keptShell(),
    "kept/missing.html": missingPage(),
    "kept/withdrawn.html": withdrawnPage(),
    ...Object.fromEntries(
      productRegions.map((region) => [`products-${region}.html`, productsPage(region)]),
    ),
    ...productPages(),
    ...Object.fromEntries(
      [...constantAnswers()].map(([path, text]) => [path, gzipSync(text, { level: 9 })]),
    ),
  };
}
