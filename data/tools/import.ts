/**
 * `npm run import -- <evidence-folder> <roex2020.json>`: turns collected evidence into the files of
 * `data/`. The result depends on nothing else: the same input gives the same bytes.
 */
import { importCohorts } from "./import-cohorts.ts";
import { importCollections } from "./import-collections.ts";
import { importProducts } from "./import-products.ts";
import { importPublished } from "./import-published.ts";

const [folder, roexFile] = process.argv.slice(2);
if (folder === undefined || roexFile === undefined) {
  console.error("usage: npm run import -- <evidence-folder> <roex2020.json>");
  process.exit(2);
}
importProducts(folder);
importCohorts(folder, roexFile);
importCollections(folder);
importPublished(folder);
