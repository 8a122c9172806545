/** Everything that is written when the service is built and handed out as it stands, by its place below `dist/`. */

import { cohortRecords, wholeDataset } from "../answers/whole-dataset.ts";
import { datasetCsv } from "../api/dataset/csv.ts";
import { openApiDocument } from "../documentation/document.ts";
import { customElementsManifest } from "../documentation/element/manifest.ts";
import { elementTypes } from "../documentation/element/types.ts";
import { docsPage } from "../documentation/page/page.tsx";
import { galleryPages } from "../pages/gallery/page.tsx";

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
