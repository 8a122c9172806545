/**
 * Turns collected product facts, `<folder>/products.json`, into `data/products/<slug>.json`.
 *
 * Words become numbers by general rules (`product-dosing.ts`, `product-monitoring.ts`); what a rule
 * cannot know is a judgement (`product-judgements.ts`). Products that were not collected are written
 * by hand and stay.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCollectedProducts } from "./product-handover.ts";
import { productOf } from "./products.ts";

const productFolder = join(import.meta.dirname, "../products");

export function importProducts(folder: string): void {
  const collected = parseCollectedProducts(readFileSync(join(folder, "products.json"), "utf8"));
  const left: string[] = [];
  for (const each of collected) {
    const product = productOf(each, (where, what) => left.push(`${where}: ${what}`));
    writeFileSync(
      join(productFolder, `${product.slug}.json`),
      `${JSON.stringify(product, null, 2)}\n`,
    );
  }
  console.log(`${collected.length} products`);
  console.log(`left out (${left.length}):`);
  for (const line of left) console.log(`  ${line}`);
}
