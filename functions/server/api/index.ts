/** Lists every resource, one line for each file. A resource that is missing here is not served. */
export { changes } from "./changes.ts";
export { choices } from "./choices.ts";
export { cohort, cohorts } from "./cohorts.ts";
export { comparison, comparisonFile, comparisonTableFile } from "./comparison.ts";
export { evidenceTable, wholeEvidence } from "./dataset.ts";
export { forest } from "./forest.ts";
export { health, recallResource as recalled } from "./health.ts";
export { metaRegression } from "./meta-regression.ts";
export { openapi } from "./openapi.ts";
export { outcomes } from "./outcomes.ts";
export { product, products } from "./products.ts";
export { reproduction } from "./reproduce.ts";
export { copiedText, openedRow, patients, screen } from "./screen.ts";
export {
  elementManifest,
  elementTypes,
  frameScript,
  widgetScript,
} from "./scripts.ts";
