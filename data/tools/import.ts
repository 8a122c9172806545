/**
 * `npm run import -- <evidence-folder> <roex2020.json>`: turns collected evidence into the files of
 * `data/`. Files written by hand stay, as do the references they cite; of what was collected, the same
 * input gives the same bytes.
 */
import { importCohorts } from "./import-cohorts.ts";
import { importCollections } from "./import-collections.ts";
import { importProducts } from "./import-products.ts";
import { importPublished } from "./import-published.ts";
import { collectedBibliography, importReferences } from "./import-references.ts";

const [folder, roexFile] = process.argv.slice(2);
if (folder === undefined || roexFile === undefined) {
  console.error("usage: npm run import -- <evidence-folder> <roex2020.json>");
  process.exit(2);
}
const bibliography = collectedBibliography(folder, roexFile);
importProducts(folder);
importCohorts(folder, roexFile, bibliography.cite);
importCollections(folder, bibliography.cite);
importPublished(folder, bibliography.cite);
importReferences(bibliography);
