/** Everything that is written when the service is built and handed out as it stands, by its place below `dist/`. */

import { datasetCsv } from "./api/dataset-csv.ts";
import { openApiDocument } from "./api/documentation/document.ts";
import { customElementsManifest } from "./api/documentation/element/manifest.ts";
import { elementTypes } from "./api/documentation/element/types.ts";
import { cohortRecords, wholeDataset } from "./api/whole-dataset.ts";
import { docsPage } from "./embed/docs/page.tsx";
import { galleryPages } from "./embed/gallery/page.tsx";

export async function builtDocuments(version: string): Promise<Record<string, string>> {
  const document = await openApiDocument(version);
  return {
    "v1/custom-elements.json": JSON.stringify(customElementsManifest()),
    "v1/element.d.ts": elementTypes(),
    "v1/openapi.json": JSON.stringify(document),
    "v1/dataset.json": JSON.stringify(wholeDataset()),
    "v1/dataset.csv": datasetCsv(cohortRecords()),
    "docs.html": docsPage(document),
    ...galleryPages(),
  };
}
